import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Columns, LetterLayout, Paragraph, Part } from './letter-layout.ts';
import { PAGE, TEXT } from './letter-layout.ts';

// Tinos has the widths of Times New Roman, so lines end where Word ends them.
const require = createRequire(import.meta.url);
const FONT_FILES = {
  normal: require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  italics: require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  bolditalics: require.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
};
const ours: ReadonlySet<string> = new Set(Object.values(FONT_FILES));
pdfmake.setFonts({ Tinos: FONT_FILES });
// A letter brings no addresses and no files of its own.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => ours.has(path));

/** A word that fits on a line whatever its letters; a longer one is broken anywhere. */
const LONGEST_WORD = 30;

const points = (mm: number): number => (mm / 25.4) * 72;

export type PdfProperties = { title: string; author: string; at: Date };

/** The layout as a PDF that brings its typeface with it. */
export function letterPdf(layout: LetterLayout, { title, author, at }: PdfProperties): Promise<Buffer> {
  const { mark, blocks } = layout;
  const together = blocks.findIndex((block) => block.kind === 'columns' && block.whole) - 1;
  const content: Content[] = blocks.slice(0, together).map(blockOf);
  content.push({ stack: blocks.slice(together).map(blockOf), unbreakable: true });
  const document: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [points(PAGE.left), points(PAGE.top), points(PAGE.right), points(PAGE.bottom)],
    defaultStyle: { font: 'Tinos', fontSize: 14 },
    info: { title, author, creationDate: at, modDate: at },
    language: 'vi-VN',
    displayTitle: true,
    header: (page) => pageHead(page, mark),
    content,
  };
  return pdfmake.createPdf(document).getBuffer();
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

const blockOf = (block: Paragraph | Columns): Content =>
  block.kind === 'columns' ? table(block) : paragraph(block);

function paragraph({ lines, size, align, bold, italics, running, before, after }: Paragraph): ContentText {
  return {
    text: align === 'justify' ? lines.flatMap(wordsOf) : lines.join('\n'),
    fontSize: size,
    alignment: align,
    bold,
    italics,
    lineHeight: running ? TEXT.spacing : 1,
    leadingIndent: running ? points(TEXT.indent) : undefined,
    margin: [0, before ?? 0, 0, after ?? 0],
  };
}

/** The words of a line that is stretched, each with its space: pdfmake would also stretch what stands beside a hyphen. */
const wordsOf = (line: string): ContentText[] =>
  (line.match(/[^ ]+ */g) ?? []).map((text) =>
    text.length > LONGEST_WORD ? { text, wordBreak: 'break-all' } : { text, noWrap: true },
  );

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

function partOf(part: Part, width: number): Content {
  switch (part.kind) {
    case 'paragraph':
      return paragraph(part);
    case 'space':
      return { text: '', fontSize: 1, margin: [0, points(part.mm), 0, 0] };
    case 'rule': {
      const from = points((width - part.mm) / 2);
      return {
        canvas: [{ type: 'line', x1: from, y1: 0, x2: from + points(part.mm), y2: 0, lineWidth: 0.75 }],
        margin: [0, 1, 0, 3],
      };
    }
  }
}
