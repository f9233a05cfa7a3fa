import type { z } from 'zod';
import type { AreaDefinition, Tree } from '../tree.ts';
import { localDay } from '../zoned-time.ts';
import { bad, good, type Line, type LineFault, missing, type Read, type Row } from './line-fault.ts';
import { isDate } from './recorded-time.ts';

/** What a file of settings says: definitions with the lines they stand in, and the lines that are not taken. */
export type Definitions<T> = {
  definitions: { line: number; data: T }[];
  faults: { line: number; fault: LineFault }[];
};

/** Reads line by line; what a line gives is seen by `read` of the next ones only if `read` remembers it. */
export function readDefinitions<T>(lines: readonly Line[], read: (row: Row) => Read<T>): Definitions<T> {
  const result: Definitions<T> = { definitions: [], faults: [] };
  for (const { line, row } of lines) {
    const item = read(row);
    if (item.ok) result.definitions.push({ line, data: item.value });
    else result.faults.push({ line, fault: item.fault });
  }
  return result;
}

/** The text of a column; '' where the line or the file has none. */
export const textIn = (row: Row, column: string): string => row[column]?.trim() ?? '';

export function areaOf(tree: Tree, row: Row): Read<AreaDefinition> {
  const code = textIn(row, 'area');
  if (code === '') return missing('area');
  const area = tree.areas.get(code);
  if (area) return good(area);
  return bad('unknown_area', 'area', `không có khu vực mã "${code}"`, `no area has the code "${code}"`);
}

/** A date, or null where the column is empty. */
export function dayIn(row: Row, column: string): Read<string | null> {
  const text = textIn(row, column);
  if (text === '') return good(null);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDate(text)) return good(text);
  return bad(
    'bad_date',
    column,
    `cột ${column}: "${text}" không phải ngày dạng 2026-11-23`,
    `column ${column}: "${text}" is no date of the form 2026-11-23`,
  );
}

/** A clock time of a cell; '7:30' is what people write. */
export const clockIn = (row: Row, column: string): string => textIn(row, column).replace(/^(\d):/, '0$1:');

/** Number of a cell with a decimal point or comma, `NaN` when it is none. */
export const numberIn = (row: Row, column: string): number => {
  const text = textIn(row, column).replace(',', '.');
  return text === '' ? Number.NaN : Number(text);
};

/**
 * A share of a cell: '98 %' and '0,98' are 0.98. The quotient of decimals is rounded so that 98 % is the same number as
 * 0.98.
 */
export function shareIn(row: Row, column: string): number {
  const text = textIn(row, column);
  if (!text.endsWith('%')) return numberIn(row, column);
  const percent = Number(text.slice(0, -1).trim().replace(',', '.'));
  return Number((percent / 100).toFixed(8));
}

/** Today where the area stands; `now` in epoch ms. */
export const todayIn = (area: AreaDefinition, now: number): string => localDay(area.timezone, now);

/** The last check of a line: the schema of the event it becomes. */
export function checked<T>(schema: z.ZodType<T>, data: unknown): Read<T> {
  const read = schema.safeParse(data);
  if (read.success) return good(read.data);
  const issue = read.error.issues[0];
  const column = issue?.path.map(String).join('.') ?? null;
  return bad(
    'bad_value',
    column,
    `giá trị không hợp lệ ở ${column}: ${issue?.message}`,
    `bad value of ${column}: ${issue?.message}`,
  );
}

/** Whether two definitions say the same but for the fields named; the order of keys says nothing. */
export function sameBut<T extends object>(a: T, b: T, ...ignored: (keyof T & string)[]): boolean {
  return said(a, ignored) === said(b, ignored);
}

const said = (item: object, ignored: readonly string[]): string =>
  JSON.stringify(item, (key, value: unknown) => {
    if (ignored.includes(key)) return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  });
