import type { Content, TableCell } from 'pdfmake/interfaces';
import { printedSigns } from '../../lib/domain/apology/printed-text.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import { beginsSheet } from '../../lib/i18n/report/annex-sheets.ts';
import type {
  ReportAnnex,
  ReportColumn,
  ReportGroup,
  ReportLines,
  ReportTable,
} from '../../lib/i18n/report/report-blocks.ts';
import type { ReportCell } from '../../lib/i18n/report/report-cells.ts';
import { partOf } from '../letters/letter-pdf.ts';
import { points, running } from '../letters/make-pdf.ts';
import { annexParts } from './report-parts.ts';

/** Points. `before`: above a title. */
export type Sizes = { text: number; title: number; cell: number; before: number };

/** Tables of so few rows, which is all but those of units, go to the next sheet whole: one row at its top says nothing. */
export const WHOLE_ROWS = 24;
/** Of a longer one so many rows stand under its head before it goes on. */
export const FIRST_ROWS = 3;

/** A word that fits into a narrow column whatever its letters. */
const LONGEST_IN_CELL = 18;
const LINE = '#8c8c8c';
const HEAD_GROUND = '#ededed';
const GROUP_GROUND = '#dcdcdc';
const BARE: [boolean, boolean, boolean, boolean] = [false, false, false, false];

/** How the row with the title of a table looks. */
type TitleLook = {
  border?: typeof BARE;
  fillColor?: string;
  fontSize?: number;
  margin?: [number, number, number, number];
};

/** A line of text as it is printed. */
export const lineOf = (text: string, { cell }: Sizes, italics = false): Content => ({
  text: running(printedSigns(text)),
  fontSize: cell,
  italics,
  margin: [0, 0, 0, 1],
});

/** A title with lines of text, which stay together. */
export const linesOf = ({ title, lines }: ReportLines, sizes: Sizes): Content => ({
  unbreakable: true,
  stack: [
    { text: printedSigns(title), bold: true, fontSize: sizes.title, margin: [0, sizes.before, 0, 2] },
    ...lines.map((line) => lineOf(line, sizes)),
  ],
});

/** A table under its title, as wide as `mm`. */
export const tableOf = (table: ReportTable, mm: number, sizes: Sizes): Content[] => [
  ...table.groups.map((group) => {
    const grid = gridOf({ ...group, title: table.title }, table.columns, mm, sizes, {
      fontSize: sizes.title,
      margin: [-3, sizes.before, 0, 1],
      border: BARE,
    });
    return group.rows.length <= WHOLE_ROWS ? { unbreakable: true, stack: [grid] } : grid;
  }),
  ...(table.about === null ? [] : [lineOf(table.about, sizes, true)]),
];

/** What annexes say beside their tables: the paper they belong to, and in which language. */
type Annexes = { attached: string; locale: Locale };

/** Tables of units on landscape sheets, group by group. */
export function annexesOf(annex: readonly ReportAnnex[], mm: number, sizes: Sizes, said: Annexes): Content[] {
  const begins = beginsSheet(annex);
  return annex.flatMap((table, at) => annexOf(table, begins[at] ?? true, at, mm, sizes, said));
}

const annexOf = (
  table: ReportAnnex,
  begins: boolean,
  at: number,
  mm: number,
  sizes: Sizes,
  { attached, locale }: Annexes,
): Content[] => [
  {
    stack: annexParts(table, begins ? attached : null, locale).map((part) => partOf(part, mm)),
    margin: [0, begins ? 0 : sizes.before, 0, 4],
    ...(begins && { pageBreak: 'before' }),
    ...(at === 0 && { pageOrientation: 'landscape' }),
  },
  ...(table.about === null ? [] : [lineOf(table.about, sizes, true)]),
  ...table.groups.map((group) => gridOf(group, table.columns, mm, sizes, { fillColor: GROUP_GROUND })),
];

/** Title and head stand above the first row and are repeated on every sheet that the rows go on to. */
function gridOf(
  { title, rows }: ReportGroup,
  columns: readonly ReportColumn[],
  mm: number,
  sizes: Sizes,
  look: TitleLook,
): Content {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  // Cells have a padding of three points on each side and lines of half a point.
  const room = points(mm) - columns.length * 6.5 - 0.5;
  const heads = columns.map(
    ({ head, number }): TableCell => ({
      text: running(printedSigns(head), LONGEST_IN_CELL),
      bold: true,
      alignment: number ? 'right' : 'left',
      fillColor: HEAD_GROUND,
    }),
  );
  const above: TableCell = {
    text: printedSigns(title ?? ''),
    bold: true,
    colSpan: columns.length,
    ...look,
  };
  return {
    table: {
      headerRows: 2,
      keepWithHeaderRows: Math.min(FIRST_ROWS, rows.length),
      dontBreakRows: true,
      widths: columns.map(({ width }) => (width / all) * room),
      body: [
        [above, ...columns.slice(1).map((): TableCell => ({ text: '', border: look.border }))],
        heads,
        ...rows.map((cells) => cells.map((cell, at) => cellOf(cell, columns[at]?.number ?? false))),
      ],
    },
    fontSize: sizes.cell,
    margin: [0, 0, 0, 6],
    layout: {
      // Of a bare title row the cells that it spans would draw theirs.
      hLineWidth: (at) => (at === 0 && look.border ? 0 : 0.5),
      vLineWidth: () => 0.5,
      hLineColor: () => LINE,
      vLineColor: () => LINE,
      paddingLeft: () => 3,
      paddingRight: () => 3,
      paddingTop: () => 1,
      paddingBottom: () => 1,
    },
  };
}

const cellOf = ({ text }: ReportCell, number: boolean): TableCell => ({
  text: running(printedSigns(text), LONGEST_IN_CELL),
  alignment: number ? 'right' : 'left',
});
