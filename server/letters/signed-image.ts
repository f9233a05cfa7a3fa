/** A page of A3 at 600 dots per inch has 70 million points; what claims more is made to exhaust whoever opens it. */
const MOST_POINTS = 100_000_000;
const TAIL = 1024;

export const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
export const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);

/** The rule that a scan breaks, or null. Its pixels are not decoded. */
export function scanFault(content: Buffer, kind: 'jpeg' | 'png'): 'file_cut_off' | 'image_too_large' | null {
  const end = kind === 'png' ? Buffer.from('IEND') : Buffer.from([0xff, 0xd9]);
  const points = kind === 'png' ? pngPoints(content) : jpegPoints(content);
  if (points === null || !content.subarray(-TAIL).includes(end)) return 'file_cut_off';
  return points > MOST_POINTS ? 'image_too_large' : null;
}

function pngPoints(content: Buffer): number | null {
  if (content.length < 24 || content.toString('latin1', 12, 16) !== 'IHDR') return null;
  return content.readUInt32BE(16) * content.readUInt32BE(20);
}

/** Walks the segments to the first that names a size (SOF: C0–CF but for the three that are tables). */
function jpegPoints(content: Buffer): number | null {
  for (let at = 2; at + 9 <= content.length; ) {
    const [mark = 0, kind = 0] = content.subarray(at, at + 2);
    if (mark !== 0xff) return null;
    if (kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind))
      return content.readUInt16BE(at + 5) * content.readUInt16BE(at + 7);
    // A mark may be filled up with FF.
    at += kind === 0xff ? 1 : 2 + content.readUInt16BE(at + 2);
  }
  return null;
}
