import type { Content, ContentText } from 'pdfmake/interfaces';
import type { Columns, LetterLayout, Paragraph, Part } from './letter-layout.ts';
import { PAGE, TEXT } from './letter-layout.ts';
import { makePdf, type PdfProperties, points, wordsOf } from './make-pdf.ts';

/** The layout as a PDF that brings its typeface with it; letters are Vietnamese. */
export function letterPdf(layout: LetterLayout, properties: Omit<PdfProperties, 'locale'>): Promise<Buffer> {
  const { mark, blocks } = layout;
  const together = blocks.findIndex((block) => block.kind === 'columns' && block.whole) - 1;
  const content: Content[] = blocks.slice(0, together).map(blockOf);
  content.push({ stack: blocks.slice(together).map(blockOf), unbreakable: true });
  return makePdf(
    { content, fontSize: 14, header: (page) => pageHead(page, mark) },
    { ...properties, locale: 'vi' },
  );
}

function pageHead(page: number, mark: string | null): Content {
  const margin: [number, number, number, number] = [
    points(PAGE.left),
    points(PAGE.edge),
    points(PAGE.right),
    0,
  ];
  return page === 1
    ? { text: mark ?? '', fontSize: TEXT.markSize, alignment: 'right', margin }
    : { text: String(page), fontSize: TEXT.pageNumberSize, alignment: 'center', margin };
}

/** A part of an official paper as pdfmake draws it. */
export const blockOf = (block: Paragraph | Columns): Content =>
  block.kind === 'columns' ? table(block) : paragraph(block);

function paragraph({ lines, size, align, bold, italics, running, before, after }: Paragraph): ContentText {
  return {
    text: align === 'justify' ? lines.flatMap((line) => wordsOf(line)) : lines.join('\n'),
    fontSize: size,
    alignment: align,
    bold,
    italics,
    lineHeight: running ? TEXT.spacing : 1,
    leadingIndent: running ? points(TEXT.indent) : undefined,
    margin: [0, before ?? 0, 0, after ?? 0],
  };
}

const table = ({ mm, rows, whole }: Columns): Content => ({
  table: {
    widths: mm.map(points),
    dontBreakRows: whole,
    body: rows.map((cells) =>
      cells.map((parts, at) => ({ stack: parts.map((part) => partOf(part, mm[at] ?? 0)) })),
    ),
  },
  layout: {
    defaultBorder: false,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
});

/** A part as wide as `width` (mm). */
export function partOf(part: Part, width: number): Content {
  switch (part.kind) {
    case 'paragraph':
      return paragraph(part);
    case 'space':
      return { text: '', fontSize: 1, margin: [0, points(part.mm), 0, 0] };
    case 'rule': {
      const from = points((width - part.mm) / 2);
      return {
        canvas: [{ type: 'line', x1: from, y1: 0, x2: from + points(part.mm), y2: 0, lineWidth: 0.75 }],
        // Below what hangs from the letters.
        margin: [0, 3, 0, 1],
      };
    }
  }
}
