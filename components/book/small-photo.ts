/** The longest side that is sent, in pixels; a phone's camera has three times that. */
const EDGE = 1600;
const QUALITY = 0.75;

/** A photo as a small JPEG in base64; null: the browser cannot open it. */
export async function smallPhoto(file: Blob): Promise<string | null> {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, EDGE / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const [, base64 = ''] = canvas.toDataURL('image/jpeg', QUALITY).split(',');
    return base64 === '' ? null : base64;
  } catch {
    // No image that this browser knows.
    return null;
  }
}
