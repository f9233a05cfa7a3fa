import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { signedFiles } from '../../server/letters/signed-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'td-signed-'));
afterAll(() => rmSync(folder, { recursive: true }));
const files = signedFiles(folder);

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');

/** The beginning and the end of a PNG of this size. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(17);
  head.write('IHDR', 'latin1');
  head.writeUInt32BE(width, 4);
  head.writeUInt32BE(height, 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  return Buffer.concat([
    start,
    head,
    deflateSync(Buffer.alloc(99)),
    Buffer.from('\0\0\0\0IEND\xaeB`\x82', 'latin1'),
  ]);
}

/** A JPEG whose size stands behind a table and a filled-up mark. */
const jpeg = (width: number, height: number): Buffer =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc4, 0, 3, 9, 0xff, 0xff, 0xc0, 0, 11, 8],
    ...[height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0, 0xff, 0xd9],
  ]);

test('AL11: a signed file is kept under the hash of its content, for the server alone, and given back as a download', async () => {
  const kept = await files.keep(PDF);
  expect(kept).toMatchObject({ kind: 'pdf', bytes: PDF.length, signature: 'paper' });
  expect(await files.keep(PDF)).toEqual(kept);
  const place = join(folder, 'signed-letters', kept.hash.slice(0, 2));
  expect(readdirSync(place)).toEqual([kept.hash]);
  expect(statSync(join(place, kept.hash)).mode & 0o177).toBe(0);
  const { content, headers } = await files.read(kept.hash, 'thư"; x\r\n../a');
  expect(content.equals(PDF)).toBe(true);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="th-x-..-a.pdf"',
    'x-content-type-options': 'nosniff',
  });
});

test('AL11: an erased file is gone', async () => {
  const { hash } = await files.keep(Buffer.concat([PDF, Buffer.from('\n')]));
  expect(await files.erase(hash)).toBe(true);
  expect(await files.erase(hash)).toBe(false);
  await expect(files.read(hash, 'a')).rejects.toMatchObject({ code: 'unknown_signed_file' });
});

test.each(['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`])(
  'no path is made of what is no hash (%#)',
  async (hash) => {
    await expect(files.read(hash, 'a')).rejects.toMatchObject({ code: 'unknown_signed_file' });
    await expect(files.erase(hash)).rejects.toMatchObject({ code: 'unknown_signed_file' });
  },
);

test.each([
  ['png', png(2480, 3508)],
  ['jpeg', jpeg(2480, 3508)],
])('AL11: a scan as %s is taken', async (kind, scan) => {
  expect(await files.keep(scan)).toMatchObject({ kind, signature: 'paper' });
});

test.each([
  ['file_empty', Buffer.alloc(0)],
  ['file_too_large', Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)])],
  ['file_kind_unknown', Buffer.from('<html><script>1</script>')],
  ['file_kind_unknown', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  // A page that would be a PDF for some readers.
  ['file_kind_unknown', Buffer.concat([Buffer.from('<html>'), PDF])],
  ['file_kind_unknown', Buffer.from('MZ\x90\0')],
  ['file_cut_off', PDF.subarray(0, 30)],
  ['pdf_active', Buffer.from('%PDF-1.7\n1 0 obj<</S/JavaScript>>endobj\n%%EOF\n')],
  ['file_cut_off', png(9, 9).subarray(0, 30)],
  ['file_cut_off', png(9, 9).subarray(0, 9)],
  ['file_cut_off', jpeg(9, 9).subarray(0, 8)],
  ['image_too_large', png(65_000, 65_000)],
  ['image_too_large', jpeg(65_000, 65_000)],
])('AL11: %s refuses a file before anything is stored (%#)', async (code, content) => {
  const before = readdirSync(folder, { recursive: true }).length;
  await expect(files.keep(content)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/.+ · .+/),
  });
  expect(readdirSync(folder, { recursive: true }).length).toBe(before);
});
