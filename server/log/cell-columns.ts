import { type Cell, COUNT_COLUMNS, emptyCell, HISTOGRAM_COLUMNS } from '../../lib/domain/rollup.ts';
import type { Column } from './array-parameter.ts';
import { snakeCase } from './snake-case.ts';

const COUNTS = COUNT_COLUMNS.map((column) => [column, snakeCase(column)] as const);
const HISTOGRAMS = HISTOGRAM_COLUMNS.map((column) => [column, snakeCase(column)] as const);

// `left` is a word of SQL.
const quoted = (name: string): string => `"${name}"`;

/** Columns of the rollup tables that hold a cell, quoted, in one order for every statement. */
export const CELL_COLUMNS: readonly string[] = [
  ...COUNTS.map(([, name]) => name),
  'wait_max',
  ...HISTOGRAMS.map(([, name]) => name),
].map(quoted);

/** The name of a column of a cell in the tables, quoted. */
export const cellColumn = (column: keyof Cell): string => quoted(snakeCase(column));

/** The same columns as they are written. */
export const CELL_VALUES: readonly Column<{ cell: Cell }>[] = [
  ...COUNTS.map(
    ([column, name]): Column<{ cell: Cell }> => [
      name,
      name.endsWith('_sum') ? 'int8' : 'int4',
      ({ cell }) => cell[column],
    ],
  ),
  ['wait_max', 'int4', ({ cell }) => cell.waitMax],
  ...HISTOGRAMS.map(([column, name]): Column<{ cell: Cell }> => [name, 'int4[]', ({ cell }) => cell[column]]),
];

/** A cell from a row whose numbers the driver gives as numbers (int8 included). */
export function cellOfRow(row: Record<string, unknown>): Cell {
  const cell = emptyCell();
  for (const [column, name] of COUNTS) cell[column] = Number(row[name]);
  for (const [column, name] of HISTOGRAMS) cell[column] = numbers(row[name]);
  cell.waitMax = row.wait_max === null ? null : Number(row.wait_max);
  return cell;
}

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);
