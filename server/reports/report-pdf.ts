import type { Content } from 'pdfmake/interfaces';
import type { Cut, ReportLayout } from '../../lib/i18n/report/report-blocks.ts';
import { reportLayout } from '../../lib/i18n/report/report-layout.ts';
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import { PAGE } from '../letters/letter-layout.ts';
import { blockOf, partOf } from '../letters/letter-pdf.ts';
import { makePdf, points } from '../letters/make-pdf.ts';
import { attachedTo, reportHead } from './report-head.ts';
import { footOf, LANDSCAPE_MM, PORTRAIT_MM, titleParts } from './report-parts.ts';
import { annexesOf, lineOf, linesOf, type Sizes, tableOf, WHOLE_ROWS } from './report-pdf-parts.ts';

/** Rows of who owes what that are tried, one after the other, until a brief fits its one page. */
const BRIEF_ROWS = [12, 8, 4, 0];

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
    ...bodyOf(layout, sizes, layout.brief ? null : blockOf(footOf(data, words))),
    ...annexesOf(layout.annex, LANDSCAPE_MM, sizes, {
      attached: attachedTo(data, words),
      locale: words.format.locale,
    }),
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
    {
      title: `${layout.about} · ${layout.area}`,
      author: layout.area,
      at: new Date(data.readAt),
      locale: words.format.locale,
    },
  );
  return { file, sheets };
}

/** The blocks, and below the last of them who signs: on one sheet with it where it is no long one. */
function bodyOf({ blocks }: ReportLayout, sizes: Sizes, foot: Content | null): Content[] {
  const drawn = blocks.map((block) =>
    block.kind === 'lines' ? [linesOf(block, sizes)] : tableOf(block, PORTRAIT_MM, sizes),
  );
  const last = blocks.at(-1);
  if (foot === null) return drawn.flat();
  const isLong = last?.kind === 'table' && last.groups.some(({ rows }) => rows.length > WHOLE_ROWS);
  if (isLong) return [...drawn.flat(), foot];
  return [...drawn.slice(0, -1).flat(), { unbreakable: true, stack: [...(drawn.at(-1) ?? []), foot] }];
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
    ...titleParts(layout).map((part) => partOf(part, PORTRAIT_MM)),
    { text: '', fontSize: 1, margin: [0, 0, 0, layout.brief ? 2 : 6] },
    ...layout.head.map((line) => lineOf(line, sizes)),
  ];
}
