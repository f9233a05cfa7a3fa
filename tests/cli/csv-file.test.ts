import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openCsv } from '../../server/cli/csv-file.ts';
import type { CsvLine } from '../../server/csv-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'td-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(
  content: string | Buffer,
  required: string[] = [],
): Promise<{ columns: string[]; lines: CsvLine[] }> {
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  const file = await openCsv(path, required);
  const lines: CsvLine[] = [];
  for await (const line of file.lines) lines.push(line);
  return { columns: file.columns, lines };
}

const said = (lines: CsvLine[]): string[] =>
  lines.map((line) => `${line.line} ${'row' in line ? Object.values(line.row).join('|') : line.fault.code}`);

test('a file with BOM, CRLF, empty lines and quoted line breaks gives records with the numbers of their lines', async () => {
  const { columns, lines } = await read('\ufeffcode,name\r\na,"Tân\r\nAn"\r\n\r\nb, Lưu Hà \r\n');
  expect(columns).toEqual(['code', 'name']);
  expect(said(lines)).toEqual(['2 a|Tân\r\nAn', '5 b|Lưu Hà']);
});

test('a gzipped file is known by its first bytes, whatever its name', async () => {
  expect(said((await read(gzipSync('code\na\n'))).lines)).toEqual(['2 a']);
});

test('a record of another length is named and the next goes in', async () => {
  expect(said((await read('a,b\n1,2\n1\n1,2,3\n3,4')).lines)).toEqual([
    '2 1|2',
    '3 bad_length',
    '4 bad_length',
    '5 3|4',
  ]);
});

test('a broken quote is a named fault, not a crash', async () => {
  const { lines } = await read('a,b\n1,"2"x\n3,4\n');
  expect(lines.some((line) => 'fault' in line && line.fault.code === 'bad_csv' && line.line === 2)).toBe(
    true,
  );
});

test.each([
  ['not_utf8', Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xff, 0xfe, 0x0a])],
  ['empty_file', ''],
  ['missing_column', 'a,b\n1,2\n'],
  ['repeated_column', 'code,code\n1,2\n'],
])('%s stops the reading with its name', async (code, content) => {
  await expect(read(content, ['code'])).rejects.toMatchObject({ code });
});

test('a file that is not there is named', async () => {
  await expect(openCsv(join(folder, 'nowhere.csv'), [])).rejects.toMatchObject({ code: 'no_file' });
});
