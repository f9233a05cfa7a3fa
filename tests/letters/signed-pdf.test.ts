import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterFiles } from '../../server/letters/letter-files.ts';
import { readSignedPdf } from '../../server/letters/signed-pdf.ts';
import { LATE, letterOf } from '../support/letter-sample.ts';

/** A PDF of these objects: enough for whoever looks for what they say. */
const pdfOf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((object, at) => [
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from('trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n'),
  ]);

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const SCRIPT = '<</S/JavaScript/JS(app.alert\\(1\\))>>';

/** A stream with its dictionary as given. */
const stream = (dictionary: string, body: Buffer, between = '\n'): Buffer =>
  Buffer.concat([Buffer.from(`${dictionary}${between}stream\n`), body, Buffer.from('\nendstream')]);

const packed = (objects: string, extra = ''): Buffer =>
  stream(
    `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode${extra}>>`,
    deflateSync(Buffer.from(`9 0 ${objects}`)),
  );

const ruleOf = (pdf: Buffer): string => {
  const read = readSignedPdf(pdf);
  return read.ok ? read.signature : read.rule;
};

test('AL11: the PDF that we draw is passive and not signed', async () => {
  const { pdf } = await letterFiles(letterOf(LATE), '/nowhere', new Date(0));
  expect(ruleOf(pdf ?? Buffer.alloc(0))).toBe('paper');
});

test('AL11: a digital signature is seen by its byte range and its kind', () => {
  const signature =
    '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 9 9 9]/Contents<00>>>';
  expect(ruleOf(pdfOf(CATALOG, signature))).toBe('digital');
  expect(ruleOf(pdfOf(CATALOG, '<</Type/Page/Contents 4 0 R>>'))).toBe('paper');
});

test.each([
  ['JavaScript in the open', [CATALOG, SCRIPT]],
  ['written with escapes', [CATALOG, '<</S/J#61vaScr#69pt/JS 3 0 R>>']],
  ['a program to launch', [CATALOG, '<</S/Launch/F(cmd.exe)>>']],
  ['attached files', ['<</Names<</EmbeddedFiles 3 0 R>>>>']],
  ['a form that sends itself', [CATALOG, '<</S/SubmitForm/F(http://x.test)>>']],
  ['packed with other objects', [CATALOG, packed(SCRIPT)]],
  ['packed and escaped', [CATALOG, packed('<</S/Java#53cript>>')]],
  ['packed behind a text that imitates an end', [CATALOG, packed(SCRIPT, '/X(>> endobj 5 0 obj <<\\) )')]],
  [
    'packed behind a comment',
    [CATALOG, stream('<</N 1/First 4/Filter/FlateDecode>>%x', deflateSync(Buffer.from(SCRIPT)))],
  ],
  [
    'packed with zero bytes for spaces',
    [CATALOG, stream('\0<</First 4/Filter[/FlateDecode]>>', deflateSync(Buffer.from(SCRIPT)), '\0')],
  ],
  [
    'packed without its type',
    [CATALOG, stream('<</N 1/First 4/Filter/FlateDecode>>', deflateSync(Buffer.from(SCRIPT)))],
  ],
  ['packed in a dictionary with a dictionary', [CATALOG, packed(SCRIPT, '/X<</Y<</Z(a)>>>>/W<3e3e>')]],
])('AL11: what can run, open or send is refused: %s', (_, objects) => {
  expect(ruleOf(pdfOf(...objects))).toBe('pdf_active');
});

test.each([
  ['pdf_encrypted', pdfOf(CATALOG, '<</Encrypt 5 0 R>>')],
  ['pdf_unreadable', pdfOf(CATALOG, packed('', '/DecodeParms<</Predictor 12>>'))],
  [
    'pdf_unreadable',
    pdfOf(CATALOG, stream('<</First 4/Filter[/ASCIIHexDecode/FlateDecode]>>', Buffer.from('00>'))),
  ],
  ['pdf_unreadable', pdfOf(CATALOG, stream('<</First 4/Filter 9 0 R>>', deflateSync(Buffer.from(SCRIPT))))],
  ['pdf_unreadable', pdfOf(CATALOG, stream('<</First 4/Filter/FlateDecode>>', Buffer.from('not packed')))],
  ['pdf_unreadable', pdfOf(CATALOG, packed('0'.repeat(40_000_000)))],
  ['file_cut_off', pdfOf(CATALOG).subarray(0, -10)],
])('AL11: %s is named (%#)', (rule, pdf) => {
  expect(ruleOf(pdf)).toBe(rule);
});

test('AL11: a page, a picture and a table of places that are packed are no objects, whatever their bytes', () => {
  const page = stream('<</Length 9/Filter/FlateDecode>>', deflateSync(Buffer.from('(/JavaScript) Tj')));
  const places = stream(
    '<</Type/XRef/Filter/FlateDecode/DecodeParms<</Predictor 12>>>>',
    deflateSync(Buffer.from('x')),
  );
  expect(ruleOf(pdfOf(CATALOG, page, places, packed('<</Type/Page>>')))).toBe('paper');
});

test.each([
  ['dictionaries', 'obj<<'],
  ['texts', 'obj<</A('],
  ['names', 'obj<</A/B#'],
  ['streams', '1 0 obj<</First 1/Filter/FlateDecode>>stream\n'],
])('AL11: ten megabytes of unfinished %s end soon', { timeout: 60_000 }, (_, text) => {
  const pdf = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.alloc(10_000_000, text),
    Buffer.from('%%EOF'),
  ]);
  // The processor's own time, which a busy machine does not stretch.
  const started = process.cpuUsage();
  expect(ruleOf(pdf)).toMatch(/^(pdf_unreadable|paper)$/);
  expect(process.cpuUsage(started).user).toBeLessThan(8_000_000);
});

test('AL11: any bytes are read or refused; nothing throws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '1 0 obj',
      '<<',
      '>>',
      '/First 1',
      '/Filter',
      '/FlateDecode',
      'stream\n',
      '(',
      ')',
      '%',
      '<',
      '/#4',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      expect(ruleOf(Buffer.from(`${pieces.join('')}%%EOF`))).toMatch(/^[a-z_]+$/);
    }),
    { numRuns: 2_000 },
  );
});
