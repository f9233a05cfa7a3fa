import { stylesXml } from './cell-style.ts';
import { type Sheet, sheetXml, xmlText } from './sheet-xml.ts';
import { type ZipPart, zipStream } from './zip-stream.ts';

/** `sheets` are asked for one by one, each when the rows of the one before were written. */
export type Workbook = { title: string; author: string; at: Date; sheets: Iterable<Sheet> };

/** What an answer with a workbook says of its type. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of Excel (ECMA-376), written as its rows come: a million of them fill no memory. */
export const workbookStream = (workbook: Workbook): AsyncGenerator<Buffer> =>
  zipStream(partsOf(workbook), workbook.at);

/** The same, whole, for workbooks of a few sheets. */
export async function workbookFile(workbook: Workbook): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of workbookStream(workbook)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Sheets come first: how many there are is known when they are written. */
function* partsOf({ title, author, at, sheets }: Workbook): Generator<ZipPart> {
  const written: Pick<Sheet, 'name' | 'headRows'>[] = [];
  for (const sheet of sheets) {
    const { name, headRows } = sheet;
    written.push({ name, headRows });
    yield { path: `xl/worksheets/sheet${written.length}.xml`, text: sheetXml(sheet) };
  }
  const names = sheetNames(written);
  const numbers = written.map((_, index) => index + 1);
  yield {
    path: '[Content_Types].xml',
    text: [
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    ],
  };
  yield {
    path: '_rels/.rels',
    text: [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
  };
  yield {
    path: 'docProps/core.xml',
    text: [
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at.toISOString()}</dcterms:created></cp:coreProperties>`,
    ],
  };
  const heads = written.flatMap(({ headRows }, index) =>
    headRows
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${xmlText(names[index] ?? '').replaceAll("'", "''")}'!$1:$${headRows}</definedName>`,
        ]
      : [],
  );
  yield {
    path: 'xl/workbook.xml',
    text: [
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets>${heads.length > 0 ? `<definedNames>${heads.join('')}</definedNames>` : ''}</workbook>`,
    ],
  };
  yield {
    path: 'xl/_rels/workbook.xml.rels',
    text: [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId${numbers.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
  };
  yield { path: 'xl/styles.xml', text: [stylesXml()] };
}

/** Excel's rules for names: up to 31 characters, without some signs, each once whatever its case. */
function sheetNames(sheets: readonly Pick<Sheet, 'name'>[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || String(index + 1);
    const own = taken.has(clean.toLowerCase()) ? `${clean.slice(0, 27)} (${index + 1})` : clean;
    taken.add(own.toLowerCase());
    return own;
  });
}
