import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { reportLayout } from '../../lib/i18n/report/report-layout.ts';
import { reportPdf } from '../../server/reports/report-pdf.ts';
import { reportTexts } from '../../server/reports/report-texts.ts';
import { reportXlsx } from '../../server/reports/report-xlsx.ts';
import { pdfPages, unspaced } from '../support/letter-text.ts';
import { NO_CALC, sheetByOfficeSuite } from '../support/office-suite.ts';
import { sampleReport } from '../support/report-sample.ts';

const vi = reportTexts('vi');
const en = reportTexts('en');
const pagesOf = async (file: Buffer): Promise<string[]> =>
  (await pdfPages(file)).map(({ text, marks }) => unspaced(text + marks).normalize('NFC'));
/** A cell as LibreOffice stores it: of a share it says the percent in full. */
const numberOf = (cell: string): number =>
  cell.endsWith('%') ? Number.parseFloat(cell) / 100 : Number(cell);

test('RP8: the brief of a day is one page exactly, of three units and of 126, in both languages', async () => {
  for (const units of [3, 126])
    for (const words of [vi, en])
      expect(await pagesOf(await reportPdf(sampleReport(units, 'day'), null, words))).toHaveLength(1);
}, 30_000);

test('a report repeats the head of a table on every page it goes on to, and numbers pages from the second on', async () => {
  const pages = await pagesOf(await reportPdf(sampleReport(126), null, vi));
  expect(pages.length).toBeGreaterThan(6);
  for (const page of pages) expect(page).toContain('SỐLIỆUMÔPHỎNG');
  for (const page of pages.filter((text) => /XãNguyễnHữuCảnh/.test(text))) {
    expect(page).toMatch(/Trêntổng|Hồsơđangquáhạn/);
  }
  expect(pages[0]).toContain('CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM');
}, 30_000);

test('RP9: annexes of few units share a sheet, and who signs stands on none alone', async () => {
  for (const words of [vi, en]) {
    const pages = await pagesOf(await reportPdf(sampleReport(2), null, words));
    expect(pages).toHaveLength(5);
    expect(pages.at(-1)?.match(/(Phụlục|Annex)I+[A-ZĐ]/g)).toHaveLength(3);
    // Of which paper they are is said once a sheet.
    expect(pages.at(-1)?.match(/\((Kèmtheo|Attachedto)/g)).toHaveLength(1);
    expect(pages.at(-2)).toMatch(/CHỦTỊCH|CHAIRPERSON/);
    expect(pages.at(-2)?.length).toBeGreaterThan(300);
  }
}, 30_000);

test('RP9: a short table is on one sheet, title and rows', async () => {
  for (const words of [vi, en]) {
    const data = sampleReport(126);
    const pages = await pagesOf(await reportPdf(data, null, words));
    for (const block of reportLayout(data, null, words).blocks) {
      if (block.kind === 'lines' || block.groups.some(({ rows }) => rows.length > 24)) continue;
      const above = unspaced(`${block.title}${block.columns[0]?.head}`).normalize('NFC');
      expect(
        pages.filter((page) => page.includes(above)),
        block.title,
      ).toHaveLength(1);
    }
  }
}, 30_000);

test.skipIf(NO_CALC !== null)(
  `LibreOffice opens a report as a workbook, its numbers as numbers${NO_CALC ? ` (${NO_CALC})` : ''}`,
  { timeout: 100_000 },
  async () => {
    const data = sampleReport(126);
    const file = await reportXlsx(data, null, vi);
    const rowsOf = async (n: number): Promise<string[][]> =>
      parse(await sheetByOfficeSuite(file, n), { relax_column_count: true });
    const numbers = (row: string[] | undefined, from: number): number[] =>
      (row ?? []).slice(from, from + 4).map((cell) => Number(numberOf(cell).toFixed(12)));
    const told = (values: (number | null | undefined)[]): number[] =>
      values.map((value) => Number((value ?? Number.NaN).toFixed(12)));

    const [satisfied] = data.targets;
    const summary = (await rowsOf(1)).find(([name]) => name === 'Hài lòng');
    expect(numbers(summary, 1)).toEqual(
      told([satisfied?.target, satisfied?.share, satisfied?.n, satisfied?.of]),
    );
    const rows = (await rowsOf(2)).filter(([group]) => / đơn vị\)$/.test(group ?? ''));
    expect(rows).toHaveLength(126);
    const [first] = data.units[0]?.units ?? [];
    const row = rows.find(([, name]) => name === first?.name);
    expect(numbers(row, 2)).toEqual(told([first?.share, first?.n, first?.of, first?.low]));
  },
);
