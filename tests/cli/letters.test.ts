import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LATE } from '../support/letter-sample.ts';
import { docxParagraphs } from '../support/letter-text.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'td-letters-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string): string => join(folder, name);
const letters = (...args: string[]) => runCli(['letters', ...args], { DATA_DIR: folder, INIT_CWD: folder });

test('letters: a draft, its faults, the own template and what then becomes of the PDF', {
  timeout: 120_000,
}, async () => {
  writeFileSync(file('late.json'), JSON.stringify(LATE));
  writeFileSync(file('bad.json'), JSON.stringify({ ...LATE, procedure: '😀', promised: undefined }));
  const [drafted, refused, template] = await Promise.all([
    letters('draft', file('late.json'), '--json'),
    letters('draft', file('bad.json')),
    letters('template', 'own.docx'),
  ]);
  const [docx, pdf] = ['docx', 'pdf'].map((kind) => file(`Xin-loi-Mau-04-H99.12-261102-0042.${kind}`));
  expect(JSON.parse(drafted.stdout)).toEqual({ written: [docx, pdf] });
  expect(readFileSync(pdf ?? '', 'latin1')).toMatch(/^%PDF-/);
  expect(statSync(pdf ?? '').mode & 0o077).toBe(0);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/\/procedure: .*không in được.* · .*cannot print/);
  expect(refused.stderr).toMatch(/\/promised: Cần điền ô này · Please fill this in/);
  expect(template.code).toBe(0);

  mkdirSync(file('templates'));
  renameSync(file('own.docx'), file('templates/mau-04.docx'));
  const [own, byOwn, exists] = await Promise.all([
    letters('draft', file('late.json'), '--docx', 'filled.docx', '--pdf', 'filled.pdf'),
    letters('draft', file('late.json'), '--docx', 'by-own.docx'),
    // What somebody may have worked on is not written over.
    letters('draft', file('late.json'), '--standard', '--pdf', pdf ?? ''),
  ]);
  expect(own).toMatchObject({ code: 1, stdout: '' });
  expect(own.stderr).toMatch(/mẫu riêng .*mau-04\.docx.*--standard/);
  expect(docxParagraphs(readFileSync(file('by-own.docx')))).toContain('Kính gửi: Bà Nguyễn Thị Hạnh');
  expect(byOwn.code).toBe(0);
  expect(exists.code).toBe(1);
  expect(exists.stderr).toMatch(/tệp đã có.* the file exists already/);
});
