import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export type ReadSheet = { name: string; rows: (string | number | null)[][]; formulas: number };

/** The sheets of a workbook with their cells as a reader of the standard finds them. */
export function readXlsx(bytes: Uint8Array): ReadSheet[] {
  const parts = unzipSync(bytes);
  const names: string[] = [];
  const book = new SaxesParser();
  book.on('opentag', ({ name, attributes }) => {
    if (name === 'sheet') names.push(String(attributes.name));
  });
  book.write(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).close();
  return names.map((name, i) => ({ name, ...sheetOf(parts[`xl/worksheets/sheet${i + 1}.xml`]) }));
}

const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function sheetOf(xml: Uint8Array | undefined): Omit<ReadSheet, 'name'> {
  const rows: ReadSheet['rows'] = [];
  let formulas = 0;
  let type = '';
  let text: string | null = null;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push([]);
    if (name === 'c') {
      // Empty cells are left out: the place says how many.
      const column = [...String(attributes.r).replace(/\d+$/, '')].reduce(
        (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
        0,
      );
      const row = rows.at(-1);
      while (row && row.length < column - 1) row.push(null);
      type = String(attributes.t ?? '');
      text = null;
    }
    if (name === 'v' || name === 't') text = '';
    if (name === 'f') formulas += 1;
  });
  parser.on('text', (part) => {
    if (text !== null) text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name !== 'c') return;
    const row = rows.at(-1);
    if (text === null) row?.push(null);
    else if (type === 'inlineStr') row?.push(unescaped(text));
    else row?.push(Number(text));
  });
  parser.write(strFromU8(xml ?? new Uint8Array())).close();
  return { rows, formulas };
}
