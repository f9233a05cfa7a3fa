import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, expect, test } from 'vitest';
import { LETTER_FIELDS } from '../../lib/domain/apology/letter-fields.ts';
import { letterFileName, letterFiles } from '../../server/letters/letter-files.ts';
import { ownTemplatePath, standardTemplate } from '../../server/letters/letter-template.ts';
import { CONDUCT, LATE, letterOf } from '../support/letter-sample.ts';
import { docxParagraphs, pdfPages } from '../support/letter-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'td-letters-'));
afterAll(() => rmSync(folder, { recursive: true }));

let offices = 0;
/** The data folder of an office that has put its own template there. */
function officeWith(template: Buffer | string): string {
  const dataDir = join(folder, String(++offices));
  const path = ownTemplatePath(dataDir, 'late');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, template);
  return dataDir;
}

const REQUIRED = Object.entries(LETTER_FIELDS.late).flatMap(([field, required]) => (required ? [field] : []));

/** A Word file with one paragraph a line; `|` parts runs as Word does when somebody edits inside a word. */
const wordFile = (lines: readonly string[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: lines.map(
            (line) =>
              new Paragraph({
                children: line.split('|').map((text, at) => new TextRun({ text, bold: at > 0 })),
              }),
          ),
        },
      ],
    }),
  );

const draw = (dataDir: string) => letterFiles(letterOf(LATE), dataDir, new Date(0));

test('an office without a template of its own gets both files, with the number and version of the form', async () => {
  const { docx, pdf } = await draw(join(folder, 'none'));
  const mark = 'Mẫu số 04 · Thông tư 03/2025/TT-VPCP';
  expect(docxParagraphs(docx)).toContain(mark);
  const [page, ...more] = await pdfPages(pdf ?? Buffer.alloc(0));
  expect(page?.marks).toBe(mark);
  expect(more).toEqual([]);
  expect(pdf?.toString('latin1')).toMatch(/\/FontFile2/);
});

test('AL9: a word longer than a line is broken at the margin', async () => {
  const long = letterOf({ ...LATE, words: `Xem ${'x'.repeat(400)} nhé.` });
  const { pdf } = await letterFiles(long, join(folder, 'none'), new Date(0));
  const [page] = await pdfPages(pdf ?? Buffer.alloc(0));
  expect(page?.text).toContain('x'.repeat(40));
  expect(page?.right).toBeLessThan(595.3 - 42.5 + 5);
});

test('AL9: a line is stretched between words only, never beside a hyphen or a slash', async () => {
  const words = letterOf({ ...LATE, words: 'Văn bản 15/UBND-VP, mã H99.12-A-0042 (tổ 5-6/A). '.repeat(20) });
  const { pdf } = await letterFiles(words, join(folder, 'none'), new Date(0));
  const text = (await pdfPages(pdf ?? Buffer.alloc(0))).map((page) => page.text).join('');
  expect(text.split('15/UBND-VP,')).toHaveLength(21);
  expect(text.split('H99.12-A-0042')).toHaveLength(21);
  expect(text.split('5-6/A).')).toHaveLength(21);
});

test('a letter about conduct has no number of a form', async () => {
  const { docx, pdf } = await letterFiles(letterOf(CONDUCT), join(folder, 'none'), new Date(0));
  expect(docxParagraphs(docx).join('\n')).not.toMatch(/Mẫu số|Thông tư/);
  expect((await pdfPages(pdf ?? Buffer.alloc(0)))[0]?.marks).toBe('');
});

test('AL10: an own template is filled in wherever its fields stand, in split runs and twice on a line; no PDF is drawn', async () => {
  const own = [
    'MẪU RIÊNG',
    'Gửi {{ki|nh_g|ui}}: {{ xung_ho }}, {{xung_ho}}',
    ...REQUIRED.map((field) => `{{${field}}}`),
  ];
  const { docx, pdf } = await draw(officeWith(await wordFile(own)));
  const said = docxParagraphs(docx);
  expect(said).toEqual(
    expect.arrayContaining([
      'MẪU RIÊNG',
      'Gửi Bà Nguyễn Thị Hạnh: Bà, Bà',
      'H99.12-261102-0042',
      'Chúng tôi xin lỗi Bà.\nViệc này không được lặp lại.',
    ]),
  );
  expect(said.join('\n')).not.toMatch(/\{\{|\}\}/);
  expect(pdf).toBeNull();
});

test.each(REQUIRED)(
  'AL10: an own template without {{%s}} is refused, and the field is named in both languages',
  async (field) => {
    const template = await wordFile(
      REQUIRED.filter((other) => other !== field).map((other) => `{{${other}}}`),
    );
    await expect(draw(officeWith(template))).rejects.toMatchObject({
      code: 'template_incomplete',
      message: expect.stringMatching(
        new RegExp(`thiếu trường \\{\\{${field}\\}\\}.* lacks the fields \\{\\{${field}\\}\\}`),
      ),
    });
  },
);

test.each([
  ['template_unknown_field', () => wordFile([...REQUIRED.map((field) => `{{${field}}}`), '{{ngày_hẹn}}'])],
  ['template_unknown_field', () => standardTemplate('conduct')],
  ['template_unreadable', () => Promise.resolve('not a Word file')],
  ['template_unreadable', () => Promise.resolve('')],
  ['template_unreadable', () => Promise.resolve(Buffer.alloc(6 * 1024 * 1024, 'PK'))],
])('AL10: %s stops the letter', async (code, template) => {
  await expect(draw(officeWith(await template()))).rejects.toMatchObject({ code });
});

test('a file is named by its form and what it is about, in either language, safe on every disk', () => {
  const late = letterOf({ ...LATE, dossier: '../H99 – số 4/2026' });
  expect(letterFileName(late, 'vi')).toBe('Xin-loi-Mau-04-..-H99-s-4-2026');
  expect(letterFileName(letterOf(CONDUCT), 'en')).toBe('Apology-letter-7');
});
