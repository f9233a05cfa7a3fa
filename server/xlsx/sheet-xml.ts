import { type CellStyle, styleIndex } from './cell-style.ts';

/** A cell of a style; null leaves it empty. A text is never run as a formula, whatever it begins with. */
export type Cell = { value: string | number; style: CellStyle } | null;

export type Sheet = {
  name: string;
  /** Widths of columns in characters. */
  widths: readonly number[];
  /** Rows that stay when one scrolls and are printed again on every sheet of paper; none without. */
  headRows?: number;
  landscape?: true;
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
};

/** Rows of a sheet at most, by Excel. */
const MOST_ROWS = 1_048_576;
/** Characters of a cell at most, by Excel. */
const LONGEST_TEXT = 32_767;
/** Text is handed on in pieces of about this many characters. */
const PIECE = 64 * 1024;

// What XML 1.0 cannot carry: control characters, lone surrogates, the two that are no characters.
const UNCARRIED = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML carries it. */
export const xmlText = (text: string): string =>
  text.replace(UNCARRIED, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');

/** The letters of a column, counted from 0. */
const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);

function cellXml(cell: Cell, column: string, row: number): string {
  if (cell === null) return '';
  const { value, style } = cell;
  const place = `<c r="${column}${row}" s="${styleIndex(style)}"`;
  if (typeof value === 'number') return `${place}><v>${value}</v></c>`;
  // Excel reads "_x000D_" in a text as the character that it names.
  const text = xmlText(value.slice(0, LONGEST_TEXT)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `${place} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

const COLUMNS: string[] = [];
const columnAt = (at: number): string => (COLUMNS[at] ??= columnName(at));

/** `xl/worksheets/sheet….xml`, piece by piece. Errors: RangeError for more rows than Excel opens. */
export async function* sheetXml({ widths, headRows = 0, landscape, rows }: Sheet): AsyncGenerator<string> {
  const frozen = headRows
    ? `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>`
    : '';
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  let piece = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  let row = 0;
  for await (const cells of rows) {
    row += 1;
    if (row > MOST_ROWS) throw new RangeError(`more than ${MOST_ROWS} rows in a sheet`);
    piece += `<row r="${row}">${cells.map((cell, at) => cellXml(cell, columnAt(at), row)).join('')}</row>`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  // A4 (9), as wide as the paper and as long as it takes.
  yield `${piece}</sheetData><pageMargins left="0.6" right="0.6" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`;
}
