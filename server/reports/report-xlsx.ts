import type { Cut, ReportLayout, ReportTable } from '../../lib/i18n/report/report-blocks.ts';
import type { ReportCell } from '../../lib/i18n/report/report-cells.ts';
import { reportLayout } from '../../lib/i18n/report/report-layout.ts';
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import type { CellStyle } from '../xlsx/cell-style.ts';
import type { Cell, Sheet } from '../xlsx/sheet-xml.ts';
import { workbookFile } from '../xlsx/workbook.ts';

/** A day in Excel is 1. */
const DAY_SECONDS = 86_400;

const said = (value: string, style: CellStyle): Cell => (value === '' ? null : { value, style });

/** The same report as a workbook: a sheet of everything, and one for each table of units. Numbers stay numbers. */
export function reportXlsx(data: ReportData, cut: Cut | null, words: ReportWords): Promise<Buffer> {
  const layout = reportLayout(data, cut, words, data.owing.length);
  return workbookFile({
    title: `${layout.about} · ${layout.area}`,
    author: layout.area,
    at: new Date(data.readAt),
    sheets: [summary(layout, words), ...layout.annex.map((table) => unitSheet(table, layout, words))],
  });
}

function summary(layout: ReportLayout, words: ReportWords): Sheet {
  return {
    name: words.report('sheet'),
    widths: [44, 14, 14, 14, 14, 34, 30, 30],
    rows: [
      ...headRows(layout),
      ...layout.blocks.flatMap((block) =>
        block.kind === 'lines'
          ? [[], [said(block.title, 'heading')], ...block.lines.map((line) => [said(line, 'text')])]
          : [
              [],
              [said(block.title, 'heading')],
              ...tableRows(block, words),
              ...(block.about === null ? [] : [[said(block.about, 'text')]]),
            ],
      ),
    ],
  };
}

const headRows = ({ mark, title, area, about, head }: ReportLayout): Cell[][] => [
  ...(mark === null ? [] : [[said(mark, 'heading')]]),
  [said(title, 'title')],
  [said(about, 'heading')],
  [said(area, 'heading')],
  ...head.map((line) => [said(line, 'text')]),
];

function unitSheet(table: ReportTable, layout: ReportLayout, words: ReportWords): Sheet {
  const above: Cell[][] = [
    ...(layout.mark === null ? [] : [[said(layout.mark, 'heading')]]),
    [said(`${layout.area} · ${layout.about}`, 'heading')],
    [said(table.about ?? '', 'text')],
  ];
  return {
    name: table.title,
    widths: [32, ...table.columns.map(({ number }) => (number ? 13 : 34))],
    headRows: above.length + 1,
    landscape: true,
    rows: [...above, ...tableRows(table, words)],
  };
}

/** Rows of a table; where it has groups, each row says its own, so that a reader can sort and filter. */
function tableRows({ columns, groups }: ReportTable, { report: t }: ReportWords): Cell[][] {
  const grouped = groups.some(({ title }) => title !== null);
  const rows = groups.flatMap(({ title, rows: own }) =>
    own.map((cells) => [...(grouped ? [said(title ?? '', 'text')] : []), ...cells.map(cellOf)]),
  );
  return [
    [
      ...(grouped ? [said(t('columns.verdict'), 'head')] : []),
      ...columns.map(({ head }) => said(head, 'head')),
    ],
    ...rows,
  ];
}

function cellOf({ text, value, style }: ReportCell): Cell {
  if (value === null) return said(text, style === 'text' ? 'text' : 'missing');
  if (style === 'length') return { value: value / DAY_SECONDS, style: 'length' };
  return { value, style };
}
