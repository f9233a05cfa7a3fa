import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportFormat } from '../../lib/wire/export-format.ts';
import { type ExportAbout, exportResponse } from '../../server/export/export-response.ts';
import { lawRuns } from '../support/law-runs.ts';
import { NO_CALC, sheetByOfficeSuite } from '../support/office-suite.ts';
import { readXlsx } from '../support/read-xlsx.ts';

const COLUMNS = ['code', 'n', 'late', 'reasons'] as const;
type Item = { code: string | null; n: number | null; late: boolean; reasons: string[] };

const about = (demo = false): ExportAbout => ({
  list: 'tickets',
  area: 'a',
  from: '2026-11-01',
  to: '2026-11-30',
  filters: { state: 'late' },
  asOf: new Date('2026-11-23T03:00:00Z'),
  demo,
});

async function* pagesOf(pages: readonly (readonly Item[])[]): AsyncGenerator<readonly Item[]> {
  yield* pages;
}

const fileOf = (format: ExportFormat, pages: readonly (readonly Item[])[], demo = false) =>
  exportResponse(format, { about: about(demo), columns: COLUMNS, pages: pagesOf(pages) });

const bytesOf = async (...of: Parameters<typeof fileOf>): Promise<Uint8Array> =>
  new Uint8Array(await fileOf(...of).arrayBuffer());
const textOf = async (...of: Parameters<typeof fileOf>): Promise<string> => (await fileOf(...of)).text();

/** Texts of any kind, and those by which spreadsheets are attacked. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1', '\r=1', '_x0041_', '"a,b"', ' a\nb ', '<&>'),
  )
  .map((one) => one.replaceAll(/[\ud800-\udfff]/g, '').replaceAll('\u0000', ''));
const item: fc.Arbitrary<Item> = fc.record({
  code: fc.option(text),
  n: fc.option(fc.integer({ min: 0 })),
  late: fc.boolean(),
  reasons: fc.array(fc.constantFrom('cho_lau', 'nhiet_tinh'), { maxLength: 3 }),
});

/** What a sheet can hold of a text: control characters are no part of XML, which reads every end of line as one. */
const held = (code: string): string =>
  code.replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replaceAll(/\r\n?/g, '\n');

const DANGEROUS = /^[=+\-@\t\r]/;

test('the three files hold the same rows, and no cell begins a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(item, { maxLength: 4 }), { maxLength: 4 }), async (pages) => {
      const items = pages.flat();
      const rows = JSON.parse(await textOf('json', pages));
      expect(rows).toEqual(items);

      const [sheet, info] = readXlsx(await bytesOf('xlsx', pages));
      expect(sheet?.formulas).toBe(0);
      expect(info?.name).toBe('Thông tin');
      expect(sheet?.rows[0]).toEqual(COLUMNS);
      expect(sheet?.rows.slice(1)).toEqual(
        items.map(({ code, n, late, reasons }) => [code && held(code), n, String(late), reasons.join('; ')]),
      );

      const lines = parse(await textOf('csv', pages), { relax_column_count: false }) as string[][];
      expect(lines.length).toBe(items.length + 1);
      for (const [i, line] of lines.slice(1).entries()) {
        for (const cell of line) expect(DANGEROUS.test(cell)).toBe(false);
        const said = items[i]?.code ?? '';
        expect([said, `'${said}`]).toContain(line[0]);
      }
    }),
    // Each run packs and opens a workbook, which is as dear as asking PostgreSQL.
    { numRuns: lawRuns(300) },
  );
}, 120_000);

test('rows of an invented city say so in every form, and the file name too', async () => {
  const one: Item = { code: 't1', n: 1, late: false, reasons: [] };
  const response = fileOf('csv', [[one]], true);
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="tickets-a-2026-11-01-2026-11-30-20261123T030000Z-so-lieu-mo-phong.csv"',
  );
  expect((await response.text()).split('\r\n')).toEqual([
    'code,n,late,reasons,mark',
    't1,1,false,,SỐ LIỆU MÔ PHỎNG',
    '',
  ]);
  expect(JSON.parse(await textOf('json', [[one]], true))[0]).toMatchObject({ mark: 'SỐ LIỆU MÔ PHỎNG' });
  const [sheet, info] = readXlsx(await bytesOf('xlsx', [[one]], true));
  expect(sheet?.rows[1]).toEqual(['t1', 1, 'false', '', 'SỐ LIỆU MÔ PHỎNG']);
  expect(info?.rows).toContainEqual(['Dấu · Mark', 'SỐ LIỆU MÔ PHỎNG']);
});

test('a workbook says area, period, time of reading and filter on its last sheet', async () => {
  const info = readXlsx(await bytesOf('xlsx', [])).at(-1);
  expect(info?.rows.slice(1)).toEqual([
    ['Danh sách · List', 'tickets'],
    ['Địa bàn · Area', 'a'],
    ['Từ ngày · From', '2026-11-01'],
    ['Đến hết ngày · To', '2026-11-30'],
    ['Số liệu lúc · As of', '2026-11-23T03:00:00.000Z'],
    ['Lọc · Filter: state', 'late'],
  ]);
});

test('a table longer than a sheet goes on in the next one, and none is lost at the seam', async () => {
  const items = Array.from({ length: 7 }, (_, n): Item => ({ code: 't', n, late: false, reasons: [] }));
  const spread = async (sheetRows: number): Promise<Record<string, number[]>> => {
    const pages = pagesOf([items.slice(0, 5), items.slice(5)]);
    const response = exportResponse('xlsx', { about: about(), columns: ['n'], pages, sheetRows });
    const sheets = readXlsx(new Uint8Array(await response.arrayBuffer())).slice(0, -1);
    return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.slice(1).map(([n]) => Number(n))]));
  };
  expect(await spread(3)).toEqual({ tickets: [0, 1, 2], 'tickets 2': [3, 4, 5], 'tickets 3': [6] });
  // No sheet of nothing follows a full one.
  expect(await spread(7)).toEqual({ tickets: [0, 1, 2, 3, 4, 5, 6] });
  expect(await spread(6)).toEqual({ tickets: [0, 1, 2, 3, 4, 5], 'tickets 2': [6] });
  expect(await spread(100)).toEqual({ tickets: [0, 1, 2, 3, 4, 5, 6] });
});

test('whoever goes away stops the reading', async () => {
  let read = 0;
  let ended = false;
  async function* endless(): AsyncGenerator<readonly Item[]> {
    try {
      for (;;) {
        read += 1;
        yield Array.from({ length: 1000 }, () => ({ code: 't', n: read, late: false, reasons: [] }));
      }
    } finally {
      ended = true;
    }
  }
  for (const format of ['csv', 'xlsx', 'json'] as const) {
    ended = false;
    read = 0;
    const { body } = exportResponse(format, { about: about(), columns: COLUMNS, pages: endless() });
    const reader = body?.getReader();
    while (read === 0) await reader?.read();
    await reader?.cancel();
    expect(ended, format).toBe(true);
    expect(read, format).toBeLessThan(200);
  }
});

test.skipIf(NO_CALC)(
  `LibreOffice opens the workbook and finds the same cells ${NO_CALC ?? ''}`,
  async () => {
    const items: Item[] = [
      { code: '=1+1', n: 12, late: true, reasons: ['cho_lau', 'nhiet_tinh'] },
      { code: 'Nguyễn "A", <b>', n: null, late: false, reasons: [] },
    ];
    const csv = await sheetByOfficeSuite(await bytesOf('xlsx', [items]), 1);
    expect(parse(csv, { bom: true })).toEqual([
      [...COLUMNS],
      ['=1+1', '12', 'true', 'cho_lau; nhiet_tinh'],
      ['Nguyễn "A", <b>', '', 'false', ''],
    ]);
  },
  120_000,
);
