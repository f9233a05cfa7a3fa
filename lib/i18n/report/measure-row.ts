import type { Share } from '../../domain/wilson.ts';
import type { Cells, ReportCell } from './report-cells.ts';

export type MeasureRow = ReportCell[];

/** A measure with its number, and of how many cases it is. */
export type RowOf = {
  count(label: string, value: number | null): MeasureRow;
  share(label: string, share: Share): MeasureRow;
  length(label: string, seconds: number | null, n: number): MeasureRow;
  decimal(label: string, value: number | null, n: number): MeasureRow;
};

/** Rows of measures as a reader of one language reads them. */
export const rowOf = (cells: Cells): RowOf => ({
  count: (label, value) => [cells.text(label), cells.count(value), cells.text('')],
  share: (label, { share, of }) => [cells.text(label), cells.share(share, of), cells.count(of)],
  length: (label, seconds, n) => [cells.text(label), cells.length(seconds), cells.count(n)],
  decimal: (label, value, n) => [cells.text(label), cells.decimal(value), cells.count(n)],
});
