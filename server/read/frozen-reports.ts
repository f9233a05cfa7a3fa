import type { FrozenReport, ReportData } from '../../lib/wire/report.ts';
import type { ReadContext } from './context.ts';

/** Cut-offs that a page lists. */
const MOST = 200;

type Row = Omit<FrozenReport, 'at'> & { at: Date };

const ROWS = `SELECT seq::float8 AS seq, kind, months, from_day::text AS "from", to_day::text AS "to",
    known_seq::float8 AS "knownSeq", frozen_at AS at, hash,
    row_number() OVER (PARTITION BY kind, months, from_day, to_day ORDER BY seq)::int AS cut
  FROM frozen_report WHERE area = $1`;

const itemOf = ({ at, ...row }: Row): FrozenReport => ({ ...row, at: at.toISOString() });

/** RP6: the cut-offs of an area, the newest period first. */
export async function frozenReports({ pool }: ReadContext, area: string): Promise<FrozenReport[]> {
  const { rows } = await pool.query<Row>(`${ROWS} ORDER BY to_day DESC, seq DESC LIMIT ${MOST}`, [area]);
  return rows.map(itemOf);
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
