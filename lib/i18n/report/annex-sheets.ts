import type { ReportTable } from './report-blocks.ts';

/** Rows that a landscape sheet holds where some are of two lines; a group takes its own and a head, a title three. */
const ROWS = 27;

const rowsOf = ({ groups }: ReportTable): number =>
  groups.reduce((sum, { rows }) => sum + rows.length + 2, 3);

/** Of each table of an annex whether it begins a sheet: short ones share one. */
export function beginsSheet(annex: readonly ReportTable[]): boolean[] {
  let used = Number.POSITIVE_INFINITY;
  return annex.map((table) => {
    const rows = rowsOf(table);
    const begins = used + rows > ROWS;
    used = begins ? rows : used + rows;
    return begins;
  });
}
