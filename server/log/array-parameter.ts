import { types } from 'pg';

/** How a column travels: as an array of its own type, or, where a value is itself an array, as its text. */
export type ColumnType =
  | 'int2'
  | 'int4'
  | 'int8'
  | 'float8'
  | 'bool'
  | 'text'
  | 'bytea'
  | 'jsonb'
  | 'date'
  | 'timestamptz'
  | 'int4[]'
  | 'text[]';

type Plain = Exclude<ColumnType, 'int4[]' | 'text[]'>;

const { INT2, INT4, INT8, FLOAT8, BOOL, TEXT, BYTEA, JSONB, DATE, TIMESTAMPTZ } = types.builtins;
const OIDS: Record<Plain, number> = {
  int2: INT2,
  int4: INT4,
  int8: INT8,
  float8: FLOAT8,
  bool: BOOL,
  text: TEXT,
  bytea: BYTEA,
  jsonb: JSONB,
  date: DATE,
  timestamptz: TIMESTAMPTZ,
};

/** The type of the array's elements: values that are arrays travel as texts and are cast there. */
export const elementOf = (type: ColumnType): Plain =>
  type === 'int4[]' || type === 'text[]' ? 'text' : type;

const HEAD_BYTES = 20;
const EMPTY_BYTES = 12;
const MOST_BYTES_OF_CHARACTER = 3;
const PG_EPOCH_MS = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;
const WORD = 2 ** 32;

// Grows to the largest parameter ever sent; what is returned is a copy.
let scratch = Buffer.allocUnsafe(1 << 20);
let end = 0;

function reserve(bytes: number): void {
  if (end + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, end + bytes));
  scratch.copy(larger, 0, 0, end);
  scratch = larger;
}

function putLong(value: number): void {
  const high = Math.floor(value / WORD);
  scratch.writeInt32BE(high, end);
  scratch.writeUInt32BE(value - high * WORD, end + 4);
  end += 8;
}

function putText(text: string): void {
  reserve(text.length * MOST_BYTES_OF_CHARACTER);
  end += scratch.write(text, end);
}

const quotedText = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

function putBytes(value: unknown): void {
  if (!(value instanceof Uint8Array)) throw new TypeError('a bytea column takes bytes');
  reserve(value.length);
  scratch.set(value, end);
  end += value.length;
}

/** JSON comes as text: whoever has it written down already does not write it again. */
function putJson(value: unknown): void {
  scratch[end] = 1; // jsonb's version
  end += 1;
  putText(String(value));
}

function putInteger(value: number): void {
  end = scratch.writeInt32BE(value, end);
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Write the bytes of one value that is not null. The rows come from the fold, which gives each column its type. */
const PUT: Record<ColumnType, (value: unknown) => void> = {
  text: (value) => putText(String(value)),
  jsonb: putJson,
  bytea: putBytes,
  'int4[]': (value) => putText(`{${String(value)}}`),
  'text[]': (value) => putText(`{${texts(value).map(quotedText).join(',')}}`),
  int2: (value) => {
    end = scratch.writeInt16BE(Number(value), end);
  },
  int4: (value) => putInteger(Number(value)),
  date: (value) => putInteger((Date.parse(String(value)) - PG_EPOCH_MS) / DAY_MS),
  int8: (value) => putLong(Number(value)),
  timestamptz: (value) => putLong((Number(value) - PG_EPOCH_MS) * 1000),
  float8: (value) => {
    end = scratch.writeDoubleBE(Number(value), end);
  },
  bool: (value) => {
    scratch[end] = value === true ? 1 : 0;
    end += 1;
  },
};

/** A column: its name, its type, and its value in a row. */
export type Column<R> = readonly [name: string, type: ColumnType, of: (row: R) => unknown];

/**
 * One column of many rows as a PostgreSQL array in its binary form, which costs both sides a fraction of what JSON or
 * array texts do (array_recv in PostgreSQL's arrayfuncs.c).
 */
export function arrayParameter<R>([, type, of]: Column<R>, rows: readonly R[]): Buffer {
  const put = PUT[type];
  end = HEAD_BYTES;
  let hasNull = 0;
  for (const row of rows) {
    const value = of(row);
    reserve(16);
    const lengthAt = end;
    end += 4;
    if (value === null || value === undefined) {
      hasNull = 1;
      scratch.writeInt32BE(-1, lengthAt);
    } else {
      put(value);
      scratch.writeInt32BE(end - lengthAt - 4, lengthAt);
    }
  }
  const dimensions = rows.length === 0 ? 0 : 1;
  scratch.writeInt32BE(dimensions, 0);
  scratch.writeInt32BE(hasNull, 4);
  scratch.writeInt32BE(OIDS[elementOf(type)], 8);
  scratch.writeInt32BE(rows.length, 12);
  // Counted from one.
  scratch.writeInt32BE(1, 16);
  return Buffer.from(scratch.subarray(0, dimensions === 0 ? EMPTY_BYTES : end));
}
