import type { ReportCell } from './report-cells.ts';

/** A column: its head, its width relative to the others, and whether numbers stand in it. */
export type ReportColumn = { head: string; width: number; number: boolean };

/** Rows under one head; `title` stands above the head and is repeated with it. */
export type ReportGroup = { title: string | null; rows: readonly (readonly ReportCell[])[] };

export type ReportTable = {
  kind: 'table';
  title: string;
  about: string | null;
  columns: readonly ReportColumn[];
  groups: readonly ReportGroup[];
};
/** A table on sheets of its own; paper says its number and its name on lines of their own, the others its title. */
export type ReportAnnex = ReportTable & { number: string; name: string };
export type ReportLines = { kind: 'lines'; title: string; lines: readonly string[] };

/** Which cut a report shows, and what its figures are known by. */
export type Cut = { cut: number; at: string; hash: string };

/**
 * Everything that a report says, in its order, from which paper, workbook and page are all drawn. `annex`: long tables
 * of units, on sheets of their own.
 */
export type ReportLayout = {
  title: string;
  about: string;
  area: string;
  /** Said on every sheet where the figures are of an invented city. */
  mark: string | null;
  head: readonly string[];
  blocks: readonly (ReportTable | ReportLines)[];
  annex: readonly ReportAnnex[];
  brief: boolean;
};
