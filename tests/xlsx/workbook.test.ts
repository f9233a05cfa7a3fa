import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Cell } from '../../server/xlsx/sheet-xml.ts';
import { workbookFile, workbookStream } from '../../server/xlsx/workbook.ts';
import { NO_CALC, sheetByOfficeSuite } from '../support/office-suite.ts';

const AT = new Date('2026-11-25T03:00:00Z');
const text = (value: string): Cell => ({ value, style: 'text' });

const two = (rows: Cell[][]) => ({
  title: 'Báo cáo',
  author: 'Thành phố An Bình',
  at: AT,
  sheets: [
    { name: 'Số liệu', widths: [20, 10], headRows: 1, rows },
    { name: 'Số liệu', widths: [10], landscape: true as const, rows: [[text('khác')]] },
  ],
});

const sheetOf = async (rows: Cell[][], n = 1): Promise<string> =>
  strFromU8(unzipSync(await workbookFile(two(rows)))[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array());

test('an XLSX holds numbers as numbers, texts as texts and every sheet under a name of its own', async () => {
  const xml = await sheetOf([
    [text('Phường Đông An'), { value: 0.984, style: 'share' }, null, { value: 12, style: 'count' }],
  ]);
  expect(xml).toContain('>Phường Đông An</t>');
  expect(xml).toMatch(/<c r="B1" s="\d+"><v>0\.984<\/v><\/c><c r="D1" s="\d+"><v>12<\/v><\/c>/);
  const book = strFromU8(unzipSync(await workbookFile(two([])))['xl/workbook.xml'] ?? new Uint8Array());
  expect(book).toContain('name="Số liệu"');
  expect(book).toContain('name="Số liệu (2)"');
  expect(book).toContain("'Số liệu'!$1:$1");
});

test('an XLSX runs no text as a formula and carries no sign that would break it', async () => {
  const xml = await sheetOf([[text('=1+1'), text('a<b & "c"\u0000\u000b'), text('_x000D_')]]);
  expect(xml).not.toContain('<f>');
  expect(xml).toContain('>=1+1</t>');
  expect(xml).toContain('>a&lt;b &amp; &quot;c&quot;</t>');
  expect(xml).toContain('>_x005F_x000D_</t>');
});

test('an XLSX is the same bytes for the same rows and time', async () => {
  const rows = [[text('một')]];
  expect(await workbookFile(two(rows))).toEqual(await workbookFile(two(rows)));
});

test('an XLSX is handed on while its rows still come, and a fault of the rows reaches the reader', async () => {
  let asked = 0;
  async function* rows(): AsyncGenerator<Cell[]> {
    for (; asked < 200_000; asked += 1) yield [text(`dòng ${Math.sin(asked)}`)];
    throw new Error('the list broke');
  }
  let first = 0;
  const read = async (): Promise<void> => {
    let length = 0;
    const sheets = [{ name: 'a', widths: [10], rows: rows() }];
    for await (const chunk of workbookStream({ title: '', author: '', at: AT, sheets })) {
      length += chunk.length;
      if (first === 0 && length > 100_000) first = asked;
    }
  };
  await expect(read()).rejects.toThrow('the list broke');
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(150_000);
});

test.skipIf(NO_CALC !== null)(
  `LibreOffice opens an XLSX and reads every cell as it was given${NO_CALC ? ` (${NO_CALC})` : ''}`,
  { timeout: 100_000 },
  async () => {
    const file = await workbookFile(
      two([
        [text('Đơn vị'), text('n')],
        [text('Xã Bình Lễ "A", B'), { value: 1234, style: 'count' }],
      ]),
    );
    const cells = async (n: number): Promise<unknown> => parse(await sheetByOfficeSuite(file, n));
    expect(await cells(1)).toEqual([
      ['Đơn vị', 'n'],
      ['Xã Bình Lễ "A", B', '1234'],
    ]);
    expect(await cells(2)).toEqual([['khác']]);
  },
);
