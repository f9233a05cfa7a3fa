import { stringify } from 'csv-stringify/sync';
import { EXPORT_TYPES, type ExportFormat } from '../../lib/wire/export-format.ts';
import type { Sheet, Cell as SheetCell } from '../xlsx/sheet-xml.ts';
import { workbookStream } from '../xlsx/workbook.ts';

type Cell = string | number | boolean | null;

/** What a file says of itself beside its rows. */
export type ExportAbout = {
  list: string;
  area: string | null;
  from: string | null;
  to: string | null;
  /** What it was narrowed by, as the address has it. */
  filters: Readonly<Record<string, string>>;
  /** When the figures were read. */
  asOf: Date;
  /** Of an invented city: said in every row. */
  demo: boolean;
};

export type Export<Item> = {
  about: ExportAbout;
  columns: readonly (keyof Item & string)[];
  /** Pages of items; asked for one by one. */
  pages: AsyncIterable<readonly Item[]>;
  /** Rows of a sheet; what Excel holds unless said. */
  sheetRows?: number;
};

/** The column by which every row of an invented city says so, and what it says. */
const MARK = 'mark';
const DEMO = 'SỐ LIỆU MÔ PHỎNG';

/** A whole list as a file, page by page: a long one neither fills the memory nor waits. */
export function exportResponse<Item extends Record<string, unknown>>(
  format: ExportFormat,
  wanted: Export<Item>,
): Response {
  const bytes = FORMS[format](wanted as Export<Record<string, unknown>>);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    // Whoever goes away needs no further page.
    async cancel() {
      await bytes.return(undefined);
      await wanted.pages[Symbol.asyncIterator]().return?.();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${fileName(wanted.about)}.${format}"`,
      'cache-control': 'no-store',
      vary: 'accept',
    },
  });
}

const TYPES: Record<ExportFormat, string> = {
  ...EXPORT_TYPES,
  csv: `${EXPORT_TYPES.csv}; charset=utf-8; header=present`,
};

/** List, area, period and the instant of reading, by which a file without a head of its own says what it is. */
function fileName({ list, area, from, to, asOf, demo }: ExportAbout): string {
  const at = asOf.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return [list, area, from, to, at, demo && 'so-lieu-mo-phong'].filter(Boolean).join('-');
}

type Form = (wanted: Export<Record<string, unknown>>) => AsyncGenerator<Uint8Array>;
const encoder = new TextEncoder();

/** RFC 4180, UTF-8; texts that a spreadsheet would run as formulas are escaped. */
async function* csv(wanted: Export<Record<string, unknown>>): AsyncGenerator<Uint8Array> {
  const options = { escape_formulas: true, record_delimiter: 'windows' } as const;
  yield encoder.encode(stringify([headOf(wanted)], options));
  for await (const page of wanted.pages)
    if (page.length > 0) yield encoder.encode(stringify(page.map(cellsOf(wanted)).map(asText), options));
}

async function* json(wanted: Export<Record<string, unknown>>): AsyncGenerator<Uint8Array> {
  let first = true;
  yield encoder.encode('[');
  for await (const page of wanted.pages) {
    if (page.length === 0) continue;
    const rows = page.map((item) => JSON.stringify(rowOf(wanted, item)));
    yield encoder.encode(`${first ? '\n' : ',\n'}${rows.join(',\n')}`);
    first = false;
  }
  yield encoder.encode('\n]\n');
}

/** Rows below the head: what a sheet holds. */
const SHEET_ROWS = 1_048_575;

/** The rows, on as many sheets as they need, and on the last one what they are. */
const xlsx = (wanted: Export<Record<string, unknown>>): AsyncGenerator<Uint8Array> => {
  const { about } = wanted;
  return workbookStream({
    title: about.list,
    author: about.area ?? '',
    at: about.asOf,
    sheets: sheetsOf(wanted),
  });
};

type Rows = AsyncGenerator<readonly SheetCell[]>;

/** Rows that are being read; `next` was read ahead, to know whether there is another sheet to begin. */
type Rest = { rows: Rows; next: IteratorResult<readonly SheetCell[]> | null };

function* sheetsOf(wanted: Export<Record<string, unknown>>): Generator<Sheet> {
  const { about, sheetRows = SHEET_ROWS } = wanted;
  const head = headOf(wanted);
  const rest: Rest = { rows: rowsOf(wanted), next: null };
  for (let n = 1; n === 1 || rest.next?.done !== true; n += 1)
    yield {
      name: n === 1 ? about.list : `${about.list} ${n}`,
      widths: head.map(() => 18),
      headRows: 1,
      rows: portion(head, rest, sheetRows),
    };
  yield aboutSheet(about);
}

async function* rowsOf(wanted: Export<Record<string, unknown>>): Rows {
  const toCells = cellsOf(wanted);
  for await (const page of wanted.pages) for (const item of page) yield toCells(item).map(sheetCell);
}

/** A head and the next rows; where they end the next portion goes on. */
async function* portion(head: readonly string[], rest: Rest, most: number): Rows {
  yield head.map((value) => ({ value, style: 'head' }));
  for (let n = 0; ; n += 1) {
    rest.next ??= await rest.rows.next();
    if (rest.next.done || n === most) return;
    const { value } = rest.next;
    rest.next = null;
    yield value;
  }
}

const sheetCell = (value: Cell): SheetCell => {
  if (value === null) return null;
  return { value: typeof value === 'boolean' ? String(value) : value, style: 'text' };
};

const FORMS: Record<ExportFormat, Form> = { csv, json, xlsx };

const headOf = ({ columns, about }: Export<Record<string, unknown>>): string[] =>
  about.demo ? [...columns, MARK] : [...columns];

const rowOf = ({ columns, about }: Export<Record<string, unknown>>, item: Record<string, unknown>) =>
  Object.fromEntries([
    ...columns.map((column) => [column, item[column] ?? null]),
    ...(about.demo ? [[MARK, DEMO]] : []),
  ]);

/** Lists inside a field are joined. */
const cellsOf =
  ({ columns, about }: Export<Record<string, unknown>>) =>
  (item: Record<string, unknown>): Cell[] => {
    const cells = columns.map((column): Cell => {
      const value = item[column];
      if (Array.isArray(value)) return value.join('; ');
      if (typeof value === 'number' || typeof value === 'boolean') return value;
      return value == null ? null : String(value);
    });
    return about.demo ? [...cells, DEMO] : cells;
  };

/** Truth values are words, since "1" would read as a count. */
const asText = (cells: readonly Cell[]): (string | number | null)[] =>
  cells.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell));

const aboutSheet = ({ list, area, from, to, filters, asOf, demo }: ExportAbout): Sheet => {
  const lines: [name: string, value: string | null][] = [
    ...(demo ? [['Dấu · Mark', DEMO] as [string, string]] : []),
    ['Danh sách · List', list],
    ['Địa bàn · Area', area],
    ['Từ ngày · From', from],
    ['Đến hết ngày · To', to],
    ['Số liệu lúc · As of', asOf.toISOString()],
    ...Object.entries(filters).map(([name, value]): [string, string] => [`Lọc · Filter: ${name}`, value]),
  ];
  return {
    name: 'Thông tin',
    widths: [28, 44],
    headRows: 1,
    rows: [['Mục · Item', 'Giá trị · Value'], ...lines].map((line, i) =>
      line.map((value): SheetCell => (value === null ? null : { value, style: i === 0 ? 'head' : 'text' })),
    ),
  };
};
