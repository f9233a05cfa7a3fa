import type { Period } from '../../lib/domain/period.ts';
import { areasBelow } from '../../lib/domain/tree.ts';
import type { AlertMeasures } from '../../lib/wire/alert-measures.ts';
import type { ReadContext } from './context.ts';

type Row = Record<'raised' | 'taken' | 'closed' | 'standing' | 'untaken', number> &
  Record<'take50' | 'take90' | 'close50' | 'close90', number | null>;

const seconds = (to: string): string => `floor(extract(epoch FROM ${to} - raised_at))`;
const percentile = (share: number, to: string): string =>
  `percentile_disc(${share}) WITHIN GROUP (ORDER BY ${seconds(to)}) FILTER (WHERE ${to} IS NOT NULL AND in_period)::float8`;

/** Alerts of an area and below that were raised on days of a period, and what stands now. */
export async function alertMeasures(
  { pool, tree }: ReadContext,
  code: string,
  period: Period,
): Promise<AlertMeasures> {
  const { rows } = await pool.query<Row>(
    `SELECT count(*) FILTER (WHERE in_period)::float8 AS raised,
       count(taken_at) FILTER (WHERE in_period)::float8 AS taken,
       count(closed_at) FILTER (WHERE in_period)::float8 AS closed,
       count(*) FILTER (WHERE stands)::float8 AS standing,
       count(*) FILTER (WHERE stands AND taken_at IS NULL)::float8 AS untaken,
       ${percentile(0.5, 'taken_at')} AS take50, ${percentile(0.9, 'taken_at')} AS take90,
       ${percentile(0.5, 'closed_at')} AS close50, ${percentile(0.9, 'closed_at')} AS close90
     FROM (
       SELECT raised_at, taken_at, closed_at, day BETWEEN $2::date AND $3::date AS in_period,
         state IN ('open', 'taken', 'noted') AS stands
       FROM alert WHERE unit = ANY($1) AND raised_at IS NOT NULL
         AND (day BETWEEN $2::date AND $3::date OR cleared_at IS NULL)
     ) a`,
    [areasBelow(tree, code), period.from, period.to],
  );
  const row = rows[0];
  return {
    raised: row?.raised ?? 0,
    taken: row?.taken ?? 0,
    closed: row?.closed ?? 0,
    standing: row?.standing ?? 0,
    untaken: row?.untaken ?? 0,
    toTake: { n: row?.taken ?? 0, p50Sec: row?.take50 ?? null, p90Sec: row?.take90 ?? null },
    toClose: { n: row?.closed ?? 0, p50Sec: row?.close50 ?? null, p90Sec: row?.close90 ?? null },
  };
}
