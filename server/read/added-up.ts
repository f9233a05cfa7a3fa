import { type Cell, emptyCell, HISTOGRAM_COLUMNS, type HistogramColumn } from '../../lib/domain/rollup.ts';
import { cellColumn } from '../log/cell-columns.ts';
import { snakeCase } from '../log/snake-case.ts';
import { sumOfHistogramText } from './histogram-text.ts';

const isHistogram = (column: keyof Cell): column is HistogramColumn =>
  HISTOGRAM_COLUMNS.some((one) => one === column);

/** How the database adds up a column of cells; histograms it only strings together, which `summedCell` adds up. */
export function addedUp(column: keyof Cell): string {
  const name = cellColumn(column);
  if (isHistogram(column)) return `string_agg(${name}::text, '')`;
  return column === 'waitMax' ? `max(${name})` : `sum(${name})::bigint`;
}

/** A column of one cell as `summedCell` reads it. */
export const asText = (column: keyof Cell): string =>
  isHistogram(column) ? `${cellColumn(column)}::text` : cellColumn(column);

/** The cell of a row whose columns were added up; columns that were not asked for are zero. */
export function summedCell(row: Record<string, unknown>, columns: readonly (keyof Cell)[]): Cell {
  const cell = emptyCell();
  for (const column of columns) {
    const value = row[snakeCase(column)];
    if (isHistogram(column)) cell[column] = sumOfHistogramText(String(value ?? ''));
    else if (column === 'waitMax') cell.waitMax = value === null ? null : Number(value);
    else cell[column] = Number(value ?? 0);
  }
  return cell;
}
