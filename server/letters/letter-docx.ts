import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Columns, Paragraph as LaidOut, LetterLayout, Part } from './letter-layout.ts';
import { PAGE, TEXT } from './letter-layout.ts';

export const FONT = 'Times New Roman';
/** Word measures in twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);

/** White around the text of a sheet. */
export const MARGIN = {
  top: twips(PAGE.top),
  bottom: twips(PAGE.bottom),
  left: twips(PAGE.left),
  right: twips(PAGE.right),
  header: twips(PAGE.edge),
  footer: twips(PAGE.edge),
};
const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.BOTH,
} as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };

/** The layout as a Word document. */
export function letterDocx({ mark, blocks }: LetterLayout): Promise<Buffer> {
  const keepWithNext = blocks.findIndex((block) => block.kind === 'columns' && block.whole) - 1;
  const document = new Document({
    styles: {
      default: { document: { run: { font: FONT, size: '14pt', language: { value: 'vi-VN' } } } },
    },
    // A line that ends with a break is not stretched to the margin.
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: MARGIN,
          },
        },
        headers: {
          first: new Header({ children: [markOf(mark)] }),
          default: new Header({ children: [pageNumber()] }),
        },
        children: blocks.map((block, at) =>
          block.kind === 'columns' ? columnsOf(block) : paragraph(block, at === keepWithNext),
        ),
      },
    ],
  });
  return Packer.toBuffer(document);
}

const markOf = (mark: string | null): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text: mark ?? '', size: `${TEXT.markSize}pt` })],
  });

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: `${TEXT.pageNumberSize}pt` })],
  });

function paragraph(
  { lines, size, align, bold, italics, running, before, after }: LaidOut,
  keepNext = false,
  pageBreakBefore = false,
): Paragraph {
  return new Paragraph({
    pageBreakBefore,
    alignment: ALIGN[align],
    keepNext,
    indent: running ? { firstLine: twips(TEXT.indent) } : undefined,
    spacing: {
      before: (before ?? 0) * 20,
      after: (after ?? 0) * 20,
      line: running ? TEXT.spacing * 240 : 240,
      lineRule: LineRuleType.AUTO,
    },
    children: lines.map(
      (text, at) => new TextRun({ text, bold, italics, size: `${size}pt`, break: at > 0 ? 1 : undefined }),
    ),
  });
}

/** Columns side by side, as a table without lines. */
export const columnsOf = ({ mm, rows, whole }: Columns): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(mm[0] + mm[1]), type: WidthType.DXA },
    columnWidths: mm.map(twips),
    borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: whole,
          children: cells.map(
            (parts, at) =>
              new TableCell({
                width: { size: twips(mm[at] ?? 0), type: WidthType.DXA },
                borders: NO_LINES,
                verticalAlign: VerticalAlignTable.TOP,
                children: parts.map((part) => partOf(part, mm[at] ?? 0)),
              }),
          ),
        }),
    ),
  });

/** A part as wide as `width` (mm). */
export function partOf(part: Part, width: number, newSheet = false): Paragraph {
  switch (part.kind) {
    case 'paragraph':
      return paragraph(part, false, newSheet);
    case 'space':
      return new Paragraph({
        spacing: { line: twips(part.mm), lineRule: LineRuleType.EXACT },
        children: [],
      });
    case 'rule': {
      // The border of an empty paragraph, as wide as its indents leave it: it moves with the text above it.
      const side = twips((width - part.mm) / 2);
      return new Paragraph({
        indent: { left: side, right: side },
        border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
        spacing: { before: 40, line: 80, lineRule: LineRuleType.EXACT },
        children: [],
      });
    }
  }
}
