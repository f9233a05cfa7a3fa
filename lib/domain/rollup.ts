import { type Histogram, mergeHistograms, sumHistograms } from './wait-histogram.ts';

/** Counts that simply add up. `…Then` columns stand at the moment of call or end, all others at the wait's start. */
export const COUNT_COLUMNS = [
  'issued',
  'called',
  'finished',
  'noShow',
  'left',
  'openUncalled',
  'openCalled',
  'pending',
  'leftWithNothing',
  'suspect',
  'clock',
  'waitSum',
  'serviceN',
  'serviceSum',
  'calledThen',
  'finishedThen',
  'leftThen',
  'endedUncalledThen',
  'verySatisfied',
  'satisfied',
  'neutral',
  'dissatisfied',
  'veryDissatisfied',
  'markedSecond',
] as const;
export type CountColumn = (typeof COUNT_COLUMNS)[number];

/** Histograms of whole seconds: waits of called tickets, waits of those who left uncalled, service times. */
export const HISTOGRAM_COLUMNS = ['waitBins', 'leftBins', 'serviceBins'] as const;
export type HistogramColumn = (typeof HISTOGRAM_COLUMNS)[number];

/** What one unit × service × local day × half hour adds up to. */
export type Cell = Record<CountColumn, number> &
  Record<HistogramColumn, Histogram> & { waitMax: number | null };

/** Every column of a cell. */
export const CELL_NAMES = [...COUNT_COLUMNS, ...HISTOGRAM_COLUMNS, 'waitMax'] as const;

/** What one ticket or rating adds to one cell: only the columns it touches. */
export type Contribution = { day: string; halfHour: number; service: string; add: Partial<Cell> };

const EMPTY: Readonly<Cell> = Object.freeze(
  // Every column is named by one of the two lists.
  Object.fromEntries<number | Histogram | null>([
    ...COUNT_COLUMNS.map((column) => [column, 0] as const),
    ...HISTOGRAM_COLUMNS.map((column) => [column, []] as const),
    ['waitMax', null],
  ]) as Cell,
);

export const emptyCell = (): Cell => ({ ...EMPTY });

const HISTOGRAMS: ReadonlySet<string> = new Set(HISTOGRAM_COLUMNS);
const isHistogram = (column: keyof Cell): column is HistogramColumn => HISTOGRAMS.has(column);

/**
 * R1: counts and histograms form a commutative group: what was added can be taken away again. Columns that `cell` does
 * not have yet are zero.
 */
export function shiftCell(cell: Partial<Cell>, add: Partial<Cell>, sign: 1 | -1): void {
  // Only what is there: a contribution has a handful of the thirty columns.
  for (const name in add) {
    // `add` is written by this floor alone and has no other names.
    const column = name as keyof Cell;
    if (column === 'waitMax') continue;
    if (isHistogram(column)) cell[column] = mergeHistograms(cell[column] ?? [], add[column] ?? [], sign);
    else cell[column] = (cell[column] ?? 0) + sign * (add[column] ?? 0);
  }
}

/** Adds a cell; the longest wait can only grow this way. */
export function addToCell(cell: Cell, add: Partial<Cell>): void {
  shiftCell(cell, add, 1);
  growMax(cell, add.waitMax);
}

function growMax(cell: Cell, max: number | null | undefined): void {
  if (max != null && (cell.waitMax === null || max > cell.waitMax)) cell.waitMax = max;
}

/** R2: the merge of cells is associative and commutative; it pools cases, never percentages. */
export function mergeCells(cells: readonly Partial<Cell>[]): Cell {
  const sum = emptyCell();
  for (const cell of cells) {
    for (const column of COUNT_COLUMNS) sum[column] += cell[column] ?? 0;
    growMax(sum, cell.waitMax);
  }
  for (const column of HISTOGRAM_COLUMNS)
    sum[column] = sumHistograms(cells.map((cell) => cell[column] ?? []));
  return sum;
}
