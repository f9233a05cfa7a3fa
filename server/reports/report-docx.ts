import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { beginsSheet } from '../../lib/i18n/report/annex-sheets.ts';
import type {
  Cut,
  ReportColumn,
  ReportGroup,
  ReportLayout,
  ReportTable,
} from '../../lib/i18n/report/report-blocks.ts';
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import { columnsOf, FONT, MARGIN, partOf, twips } from '../letters/letter-docx.ts';
import { PAGE } from '../letters/letter-layout.ts';
import { attachedTo, reportHead } from './report-head.ts';
import { annexParts, footOf, LANDSCAPE_MM, PORTRAIT_MM, titleParts } from './report-parts.ts';
import { fitted } from './report-pdf.ts';
import { FIRST_ROWS, type Sizes, WHOLE_ROWS } from './report-pdf-parts.ts';

/** Points; a little closer than on paper, since Word sets wider. */
const REPORT: Sizes = { text: 12, title: 13, cell: 10.5, before: 10 };
const BRIEF: Sizes = { text: 11, title: 11, cell: 9, before: 3 };

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' } as const;
const HEAD_GROUND = 'EDEDED';
const GROUP_GROUND = 'DCDCDC';

/** RP1: a report as a text that an office can go on with; the layout is that of the paper, rows included. */
export async function reportDocx(data: ReportData, cut: Cut | null, words: ReportWords): Promise<Buffer> {
  const { layout } = await fitted(data, cut, words);
  const begins = beginsSheet(layout.annex);
  const sizes = layout.brief ? BRIEF : REPORT;
  const document = new Document({
    title: `${layout.about} · ${layout.area}`,
    creator: layout.area,
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            size: `${sizes.text}pt`,
            language: { value: words.format.locale === 'vi' ? 'vi-VN' : 'en-GB' },
          },
        },
        // A heading stays with what it is over.
        heading2: {
          run: { font: FONT, size: `${sizes.title}pt`, bold: true, color: '000000' },
          paragraph: { keepNext: true, spacing: { before: sizes.before * 20, after: 40 } },
        },
      },
    },
    sections: [
      section(layout, false, [
        columnsOf(reportHead(data, words)),
        ...titleParts(layout).map((part) => partOf(part, PORTRAIT_MM)),
        gap(),
        ...layout.head.map((line) => text(line, sizes.cell)),
        ...layout.blocks.flatMap((block, at) =>
          block.kind === 'lines'
            ? [heading(block.title), ...block.lines.map((line) => text(line, sizes.cell))]
            : // Whoever signs does not sign an empty sheet.
              tableOf(block, PORTRAIT_MM, sizes, !layout.brief && at === layout.blocks.length - 1),
        ),
        ...(layout.brief ? [] : [columnsOf(footOf(data, words))]),
      ]),
      ...(layout.annex.length === 0
        ? []
        : [
            section(
              layout,
              true,
              layout.annex.flatMap((table, at) => [
                ...annexParts(
                  table,
                  begins[at] ? attachedTo(data, words) : null,
                  words.format.locale,
                  // The section begins a sheet itself.
                ).map((part, line) => partOf(part, LANDSCAPE_MM, line === 0 && at > 0 && begins[at])),
                ...annexOf(table, sizes),
              ]),
            ),
          ]),
    ],
  });
  return Packer.toBuffer(document);
}

/** Sheets of one way up. Pages are numbered from the second on; invented figures say so on each. */
function section(
  { mark }: ReportLayout,
  landscape: boolean,
  children: ISectionOptions['children'],
): ISectionOptions {
  const width = twips(landscape ? LANDSCAPE_MM : PORTRAIT_MM);
  const header = (numbered: boolean): Header =>
    new Header({
      children: [
        new Paragraph({
          tabStops: [
            { type: TabStopType.CENTER, position: width / 2 },
            { type: TabStopType.RIGHT, position: width },
          ],
          children: [
            new TextRun({ children: [new Tab(), ...(numbered ? [PageNumber.CURRENT] : [])], size: '13pt' }),
            new TextRun({ children: [new Tab()] }),
            new TextRun({ text: mark ?? '', bold: true, size: '10pt' }),
          ],
        }),
      ],
    });
  return {
    properties: {
      titlePage: !landscape,
      page: {
        size: {
          // The library turns the sheet itself.
          width: twips(PAGE.width),
          height: twips(PAGE.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: MARGIN,
      },
    },
    headers: { first: header(false), default: header(true) },
    children,
  };
}

const heading = (said: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(said)] });

const text = (said: string, size: number, italics = false): Paragraph =>
  new Paragraph({
    spacing: { after: 20 },
    children: [new TextRun({ text: said, size: `${size}pt`, italics })],
  });

/** A table under its title; what is said of it stands below. */
const tableOf = (table: ReportTable, mm: number, sizes: Sizes, last: boolean): (Paragraph | Table)[] => [
  heading(table.title),
  ...table.groups.flatMap((group) => [grid(group, table.columns, mm, sizes, last), gap(last)]),
  ...(table.about === null ? [] : [text(table.about, sizes.cell, true)]),
];

/** A table of units, group by group. */
const annexOf = (table: ReportTable, sizes: Sizes): (Paragraph | Table)[] => [
  ...(table.about === null ? [] : [text(table.about, sizes.cell, true)]),
  ...table.groups.flatMap((group) => [grid(group, table.columns, LANDSCAPE_MM, sizes), gap()]),
];

/** Two tables that touch are one for Word. */
const gap = (keepNext = false): Paragraph =>
  new Paragraph({ keepNext, spacing: { line: 120, lineRule: LineRuleType.EXACT }, children: [] });

/** Rows that go with whoever signs to the next sheet. */
const KEPT_ROWS = 3;

/** Head rows are repeated on every sheet and stay with the first row; no row is torn. */
function grid(
  { title, rows }: ReportGroup,
  columns: readonly ReportColumn[],
  mm: number,
  sizes: Sizes,
  last = false,
): Table {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((width / all) * twips(mm)));
  const cell = (
    said: string,
    at: number,
    look: { fill?: string; span?: number; keepNext?: boolean },
  ): TableCell =>
    new TableCell({
      width: { size: look.span ? twips(mm) : (widths[at] ?? 0), type: WidthType.DXA },
      columnSpan: look.span,
      verticalAlign: VerticalAlignTable.TOP,
      shading: look.fill ? { type: ShadingType.CLEAR, fill: look.fill, color: 'auto' } : undefined,
      children: [
        new Paragraph({
          keepNext: look.keepNext,
          alignment: columns[at]?.number && !look.span ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: said, bold: look.fill !== undefined, size: `${sizes.cell}pt` })],
        }),
      ],
    });
  const head = (cells: TableCell[]): TableRow =>
    new TableRow({ tableHeader: true, cantSplit: true, children: cells });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(mm), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    margins: { top: 20, bottom: 20, left: 60, right: 60 },
    rows: [
      ...(title === null
        ? []
        : [head([cell(title, 0, { fill: GROUP_GROUND, span: columns.length, keepNext: true })])]),
      head(columns.map((column, at) => cell(column.head, at, { fill: HEAD_GROUND, keepNext: true }))),
      ...rows.map((cells, row) => {
        const whole = rows.length <= WHOLE_ROWS && row < rows.length - 1;
        const begun = row < Math.min(FIRST_ROWS, rows.length) - 1;
        const keepNext = whole || begun || (last && row >= rows.length - KEPT_ROWS);
        return new TableRow({
          cantSplit: true,
          children: cells.map((one, at) => cell(one.text, at, { keepNext })),
        });
      }),
    ],
  });
}
