import type { Content } from 'pdfmake/interfaces';
import { printedSigns } from '../../lib/domain/apology/printed-text.ts';
import type { Cut, ReportLayout } from '../../lib/i18n/report/report-blocks.ts';
import { reportLayout } from '../../lib/i18n/report/report-layout.ts';
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import { PAGE } from '../letters/letter-layout.ts';
import { blockOf } from '../letters/letter-pdf.ts';
import { makePdf, points } from '../letters/make-pdf.ts';
import { reportHead } from './report-head.ts';
import { annexesOf, lineOf, linesOf, type Sizes, tableOf } from './report-pdf-parts.ts';

/** Rows of who owes what that are tried, one after the other, until a brief fits its one page. */
const BRIEF_ROWS = [12, 8, 4, 0];

const PORTRAIT_MM = PAGE.width - PAGE.left - PAGE.right;
const LANDSCAPE_MM = PAGE.height - PAGE.left - PAGE.right;

const REPORT: Sizes = { text: 12, title: 13, cell: 10.5, before: 10 };
const BRIEF: Sizes = { text: 11, title: 11.5, cell: 9.5, before: 5 };

/** A report as an official paper (A4, the layout of Nghị định 30/2020/NĐ-CP); the brief of a day is one page exactly. */
export const reportPdf = async (data: ReportData, cut: Cut | null, words: ReportWords): Promise<Buffer> =>
  (await fitted(data, cut, words)).file;

/** The layout that a report has on paper, with the paper: of a brief as many rows as fit its one page (RP8). */
export async function fitted(
  data: ReportData,
  cut: Cut | null,
  words: ReportWords,
): Promise<{ layout: ReportLayout; file: Buffer }> {
  if (data.kind !== 'day') {
    const layout = reportLayout(data, cut, words);
    return { layout, file: (await drawn(data, layout, words)).file };
  }
  for (const most of BRIEF_ROWS) {
    const layout = reportLayout(data, cut, words, most);
    const { file, sheets } = await drawn(data, layout, words);
    if (sheets === 1 || most === BRIEF_ROWS.at(-1)) return { layout, file };
  }
  throw new Error('a brief without rows');
}

async function drawn(
  data: ReportData,
  layout: ReportLayout,
  words: ReportWords,
): Promise<{ file: Buffer; sheets: number }> {
  let sheets = 0;
  const sizes = layout.brief ? BRIEF : REPORT;
  const content: Content[] = [
    ...headOf(data, layout, words),
    ...layout.blocks.flatMap((block) =>
      block.kind === 'lines' ? [linesOf(block, sizes)] : tableOf(block, PORTRAIT_MM, sizes),
    ),
    ...(layout.brief ? [] : [footOf(words)]),
    ...annexesOf(layout.annex, LANDSCAPE_MM, sizes),
  ];
  const file = await makePdf(
    {
      content,
      fontSize: sizes.text,
      header: (sheet) => sheetHead(sheet, layout.mark),
      onSheets: (all) => {
        sheets = all;
      },
    },
    { title: `${layout.about} · ${layout.area}`, author: layout.area, at: new Date(data.readAt) },
  );
  return { file, sheets };
}

/** Pages are numbered from the second on; invented figures say so on each. */
const sheetHead = (sheet: number, mark: string | null): Content => ({
  margin: [points(PAGE.left), points(PAGE.edge), points(PAGE.right), 0],
  columns: [
    { width: '*', text: '' },
    { width: 'auto', text: sheet > 1 ? String(sheet) : '', fontSize: 13 },
    { width: '*', text: mark ?? '', alignment: 'right', fontSize: 10, bold: true },
  ],
});

function headOf(data: ReportData, layout: ReportLayout, words: ReportWords): Content[] {
  const sizes = layout.brief ? BRIEF : REPORT;
  return [
    blockOf(reportHead(data, words)),
    {
      text: layout.title,
      bold: true,
      fontSize: layout.brief ? 13 : 14,
      alignment: 'center',
      margin: [0, layout.brief ? 6 : 16, 0, 0],
    },
    { text: printedSigns(layout.about), bold: true, fontSize: layout.brief ? 12 : 14, alignment: 'center' },
    {
      text: printedSigns(layout.area),
      fontSize: layout.brief ? 12 : 14,
      alignment: 'center',
      margin: [0, 0, 0, layout.brief ? 4 : 10],
    },
    ...layout.head.map((line) => lineOf(line, sizes)),
  ];
}

const footOf = ({ report: t }: ReportWords): Content => ({
  unbreakable: true,
  margin: [0, 14, 0, 0],
  columns: [
    {
      width: '45%',
      stack: [
        { text: t('recipients'), bold: true, italics: true, fontSize: 12 },
        { text: t('archive'), fontSize: 11 },
      ],
    },
    {
      width: '55%',
      text: t('signatory'),
      bold: true,
      alignment: 'center',
      fontSize: 13,
      margin: [0, 0, 0, points(28)],
    },
  ],
});
