import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cleanPhoto } from '../../server/book/clean-photo.ts';

const paper = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#f8f4e8' } });
const base64 = (bytes: Buffer): string => bytes.toString('base64');

const drawn = async (bytes: Buffer) => {
  const cleaned = await cleanPhoto(base64(bytes));
  return cleaned === null ? null : Buffer.from(cleaned, 'base64');
};

test('N8: a photo is drawn anew: a small upright JPEG without where it was taken', async () => {
  const given = await paper(3000, 2000)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Copyright: 'Nguyen Van Chup' } })
    .toBuffer();
  expect(given.toString('latin1')).toContain('Exif');
  const kept = await drawn(given);
  if (!kept) throw new Error('the photo was refused');
  const { format, width, height, exif, icc, xmp } = await sharp(kept).metadata();
  expect({ format, width, height, exif, icc, xmp }).toMatchObject({
    format: 'jpeg',
    width: 1067,
    height: 1600,
  });
  expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
  expect(kept.toString('latin1')).not.toContain('Exif');
  // The same photo sent again is the same.
  expect(await drawn(given)).toEqual(kept);
});

test('PNG and WebP become JPEG; what is see-through becomes white', async () => {
  const clear = sharp({ create: { width: 20, height: 20, channels: 4, background: '#ff000000' } });
  for (const bytes of [await clear.clone().png().toBuffer(), await clear.clone().webp().toBuffer()]) {
    const kept = await drawn(bytes);
    const { data } = await sharp(kept ?? Buffer.alloc(0))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(250);
    expect(data[1]).toBeGreaterThan(250);
  }
});

test('bad input: what is no photo, is cut off, or would exhaust its reader is refused', async () => {
  const jpeg = await paper(400, 300).jpeg().toBuffer();
  const png = await paper(400, 300).png().toBuffer();
  // A header that claims 60,000 × 60,000 pixels.
  const bomb = Buffer.from(png);
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('không phải ảnh'),
    svg,
    Buffer.from('GIF89a'),
    Buffer.from('%PDF-1.7'),
    jpeg.subarray(0, jpeg.length / 2),
    png.subarray(0, 40),
    bomb,
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg]),
  ])
    expect(await cleanPhoto(base64(bytes)), bytes.toString('latin1', 0, 20)).toBeNull();
  // What hides behind the end of a photo does not come along.
  const double = Buffer.concat([jpeg, Buffer.from('<?php system($_GET[0]) ?>')]);
  expect((await drawn(double))?.toString('latin1')).not.toContain('php');
});
