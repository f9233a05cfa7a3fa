/** Pixels of the largest photo that is opened: an A4 page at 600 dots per inch has 35 million. */
const MOST_PIXELS = 50_000_000;
/** Sides and quality at which handwriting is still read. */
const EDGE = 1600;
const QUALITY = 72;
const PATIENCE_SECONDS = 10;

// Told by its first bytes, so that nothing but photos reaches the decoder.
const STARTS: readonly (readonly [at: number, bytes: Buffer])[] = [
  [0, Buffer.from([0xff, 0xd8, 0xff])],
  [0, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  [8, Buffer.from('WEBP')],
];

/** The photo as a JPEG of our own making, in base64; null: it is none, or cannot be opened. */
export type Cleaned = string | null;

/** The photo under way; the next waits for it, so that many at once take no more memory than one. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Opens a photo (JPEG, PNG, WebP in base64) and draws it anew: upright, not larger than it is read at, and without
 * anything that was not a pixel, such as where it was taken. Works beside the server's thread.
 */
export async function cleanPhoto(base64: string): Promise<Cleaned> {
  const given = Buffer.from(base64, 'base64');
  if (!STARTS.some(([at, bytes]) => given.subarray(at, at + bytes.length).equals(bytes))) return null;
  const drawn = before.then(() => drawAnew(given));
  before = drawn;
  return drawn;
}

async function drawAnew(given: Buffer): Promise<Cleaned> {
  try {
    // Only who has a photo pays for the library, and a platform without it serves everything else.
    const { default: sharp } = await import('sharp');
    const drawn = await sharp(given, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: PATIENCE_SECONDS })
      .toBuffer();
    return drawn.toString('base64');
  } catch {
    // Whatever the library says against it, it is no photo that could be kept.
    return null;
  }
}
