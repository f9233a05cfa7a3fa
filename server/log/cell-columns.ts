import { type Cell, COUNT_COLUMNS, emptyCell, HISTOGRAM_COLUMNS } from '../../lib/domain/rollup.ts';
import type { ColumnType } from './array-parameter.ts';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const COUNTS = COUNT_COLUMNS.map((column) => [column, snake(column)] as const);
const HISTOGRAMS = HISTOGRAM_COLUMNS.map((column) => [column, snake(column)] as const);

// `left` is a word of SQL.
const quoted = (name: string): string => `"${name}"`;

/** Columns of the rollup tables that hold a cell, quoted, in one order for every statement. */
export const CELL_COLUMNS: readonly string[] = [
  ...COUNTS.map(([, name]) => name),
  'wait_max',
  ...HISTOGRAMS.map(([, name]) => name),
].map(quoted);

/** Types of the same columns, by plain name. */
export const CELL_TYPES: Readonly<Record<string, ColumnType>> = Object.fromEntries<ColumnType>([
  ...COUNTS.map(([, name]) => [name, name.endsWith('_sum') ? 'int8' : 'int4'] as const),
  ['wait_max', 'int4'],
  ...HISTOGRAMS.map(([, name]) => [name, 'int4[]'] as const),
]);

export type CellRow = Record<string, unknown>;

export function rowOfCell(cell: Cell): CellRow {
  const row: CellRow = { wait_max: cell.waitMax };
  for (const [column, name] of COUNTS) row[name] = cell[column];
  for (const [column, name] of HISTOGRAMS) row[name] = cell[column];
  return row;
}

/** A cell from a row whose numbers the driver gives as numbers (int8 included). */
export function cellOfRow(row: CellRow): Cell {
  const cell = emptyCell();
  for (const [column, name] of COUNTS) cell[column] = Number(row[name]);
  for (const [column, name] of HISTOGRAMS) cell[column] = numbers(row[name]);
  cell.waitMax = row.wait_max === null ? null : Number(row.wait_max);
  return cell;
}

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);
