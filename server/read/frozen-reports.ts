import { z } from 'zod';
import type { FrozenReport, FrozenReports, ReportData } from '../../lib/wire/report.ts';
import type { ReadContext } from './context.ts';
import { type Cursor, pageOf } from './list-page.ts';

/** The last day of the period and the seq of the cut-off that a page ended with. */
export const frozenCursor = z.tuple([z.iso.date(), z.string().regex(/^\d{1,15}$/)]);

type Row = Omit<FrozenReport, 'at'> & { at: Date };

const ROWS = `SELECT seq::float8 AS seq, kind, months, from_day::text AS "from", to_day::text AS "to",
    known_seq::float8 AS "knownSeq", frozen_at AS at, hash,
    row_number() OVER (PARTITION BY kind, months, from_day, to_day ORDER BY seq)::int AS cut
  FROM frozen_report WHERE area = $1`;

const itemOf = ({ at, ...row }: Row): FrozenReport => ({ ...row, at: at.toISOString() });

/** RP6: the cut-offs of an area, the newest period first. */
export async function frozenReports(
  { pool }: ReadContext,
  area: string,
  cursor: Cursor | null,
  limit: number,
): Promise<FrozenReports> {
  const { rows } = await pool.query<Row>(
    `SELECT * FROM (${ROWS}) r WHERE $2::text IS NULL OR ("to", seq) < ($2, $3::float8)
     ORDER BY "to" DESC, seq DESC LIMIT $4`,
    [area, ...(cursor ?? [null, null]), limit + 1],
  );
  return pageOf(rows, limit, itemOf, ({ to, seq }) => [to, String(seq)]);
}

/** The seq of what was frozen last, whatever its period. */
export async function lastFrozen({ pool }: ReadContext, area: string): Promise<number> {
  const { rows } = await pool.query<{ seq: number }>(
    'SELECT max(seq)::float8 AS seq FROM frozen_report WHERE area = $1',
    [area],
  );
  return rows[0]?.seq ?? 0;
}

/** RP5: one cut-off of an area with the figures that it froze; null: there is none. */
export async function frozenReport(
  { pool }: ReadContext,
  area: string,
  seq: number,
): Promise<{ frozen: FrozenReport; report: ReportData } | null> {
  const {
    rows: [row],
  } = await pool.query<Row & { figures: ReportData }>(
    `SELECT r.*, e.data -> 'figures' AS figures FROM (${ROWS}) r JOIN event e USING (seq) WHERE r.seq = $2`,
    [area, seq],
  );
  if (!row) return null;
  // Written by this server from a report; the event holds nothing else.
  const { figures, ...frozen } = row;
  return { frozen: itemOf(frozen), report: figures };
}
