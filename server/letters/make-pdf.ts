import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Content, ContentText } from 'pdfmake/interfaces';
import type { Locale } from '../../lib/i18n/locale.ts';
import { PAGE } from './letter-layout.ts';

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

export const points = (mm: number): number => (mm / 25.4) * 72;

export type PdfProperties = { title: string; author: string; at: Date; locale: Locale };

type Sheets = {
  content: Content[];
  /** Points. */
  fontSize: number;
  /** What stands above each sheet, counted from one. */
  header(sheet: number): Content;
  /** How many sheets there are, when they are known. */
  onSheets?(sheets: number): void;
};

/** Official paper (A4, the margins of Nghị định 30/2020/NĐ-CP) as a PDF that brings its typeface with it. */
export const makePdf = (
  { content, fontSize, header, onSheets }: Sheets,
  { title, author, at, locale }: PdfProperties,
): Promise<Buffer> =>
  pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [points(PAGE.left), points(PAGE.top), points(PAGE.right), points(PAGE.bottom)],
      defaultStyle: { font: 'Tinos', fontSize },
      info: { title, author, creationDate: at, modDate: at },
      language: locale === 'vi' ? 'vi-VN' : 'en-GB',
      displayTitle: true,
      header: (sheet: number, sheets: number) => {
        onSheets?.(sheets);
        return header(sheet);
      },
      content,
    })
    .getBuffer();

/** A word that fits on a line whatever its letters; a longer one is broken anywhere. */
const LONGEST_WORD = 30;

/** A text that is not stretched; only one with a word longer than `longest` is taken apart, which costs time. */
export const running = (text: string, longest = LONGEST_WORD): string | ContentText[] =>
  text.split(/\s/).some((word) => word.length > longest) ? wordsOf(text, longest) : text;

/** The words of a line that is stretched, each with its space: pdfmake would also stretch what stands beside a hyphen. */
export const wordsOf = (line: string, longest = LONGEST_WORD): ContentText[] =>
  (line.match(/[^ ]+ */g) ?? []).map((text) =>
    text.length > longest ? { text, wordBreak: 'break-all' } : { text, noWrap: true },
  );
