import { z } from 'zod';
import type { Decision } from '../../lib/domain/exclusion/decision.ts';
import type { Period } from '../../lib/domain/period.ts';
import { endOfDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import type { ExclusionLine } from '../../lib/wire/exclusion-reads.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import { personOfSource } from '../log/actor.ts';
import type { ReadContext } from './context.ts';
import { type Cursor, pageOf } from './list-page.ts';

/** The beginning of the noted period (ISO 8601) and the seq of the asking that a page ended with. */
export const exclusionCursor = z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,15}$/)]);

/** What was asked, and the sources of who asked and who decided. */
export type ReadExclusion = Omit<ExclusionLine, 'mayDecide'> & { askedSource: string };

type Row = {
  exclusion: string;
  area: string;
  note: number;
  text: string | null;
  from_at: Date;
  to_at: Date;
  metrics: ReadExclusion['metrics'];
  asked_in: string;
  asked_at: Date;
  asked_seq: number;
  asked_source: string;
  asked_by: string | null;
  reason: string | null;
  decision: Decision | null;
  decided_at: Date | null;
  decided_by: string | null;
  decided_reason: string | null;
};

const SELECT = `SELECT x.exclusion, x.area, x.note::float8 AS note, n.text, x.from_at, x.to_at, x.metrics, x.asked_in, x.asked_at, x.asked_seq::float8 AS asked_seq,
    a.source AS asked_source, ap.value ->> 'reason' AS reason, x.decision, x.decided_at, dp.value ->> 'reason' AS decided_reason,
    (SELECT name FROM person WHERE id = split_part(a.source, '/', 3)) AS asked_by,
    (SELECT name FROM person WHERE id = split_part(d.source, '/', 3)) AS decided_by
  FROM exclusion x
    LEFT JOIN note n ON n.seq = x.note
    JOIN event a ON a.seq = x.asked_seq LEFT JOIN personal ap ON ap.seq = x.asked_seq
    LEFT JOIN event d ON d.seq = x.decided_seq LEFT JOIN personal dp ON dp.seq = x.decided_seq`;

/** What was asked of units and touches a period of local days, the earliest first. */
export async function exclusions(
  { pool }: ReadContext,
  units: readonly string[],
  { from, to }: Period,
  zone: string,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<ListAnswer<ReadExclusion>> {
  const { rows } = await pool.query<Row>(
    `${SELECT} WHERE x.area = ANY($1) AND x.from_at < $3 AND x.to_at > $2
       AND ($4::timestamptz IS NULL OR (x.from_at, x.asked_seq) > ($4, $5::bigint))
     ORDER BY x.from_at, x.asked_seq LIMIT $6`,
    [
      units,
      new Date(startOfDay(zone, from)),
      new Date(endOfDay(zone, to)),
      ...(cursor ?? [null, null]),
      limit + 1,
    ],
  );
  return pageOf(rows, limit, lineOf, (row) => [row.from_at.toISOString(), String(row.asked_seq)]);
}

/** One that was asked of a unit; null: there is none of this code. */
export async function exclusion(
  { pool }: ReadContext,
  unit: string,
  code: string,
): Promise<ReadExclusion | null> {
  const { rows } = await pool.query<Row>(`${SELECT} WHERE x.area = $1 AND x.exclusion = $2`, [unit, code]);
  return rows[0] ? lineOf(rows[0]) : null;
}

const lineOf = (row: Row): ReadExclusion => ({
  exclusion: row.exclusion,
  unit: row.area,
  note: row.note,
  text: row.text ?? '',
  fromAt: row.from_at.toISOString(),
  toAt: row.to_at.toISOString(),
  metrics: row.metrics,
  askedIn: row.asked_in,
  askedAt: row.asked_at.toISOString(),
  askedSource: row.asked_source,
  askedBy: row.asked_by,
  reason: row.reason,
  decision: row.decision,
  decidedAt: row.decided_at?.toISOString() ?? null,
  decidedBy: row.decided_by,
  decidedReason: row.decided_reason,
});

/** Who asked, and for whom. */
export const askerOf = ({ askedSource }: Pick<ReadExclusion, 'askedSource'>) =>
  personOfSource(askedSource) ?? { person: '', onBehalfOf: null };
