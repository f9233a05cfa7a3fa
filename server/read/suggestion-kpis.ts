import type { Period } from '../../lib/domain/period.ts';
import { unitsBelow } from '../../lib/domain/tree.ts';
import { shareOf } from '../../lib/domain/wilson.ts';
import type { SuggestionMeasures } from '../../lib/wire/suggestion-reads.ts';
import type { ReadContext } from './context.ts';

const OF_PERIOD = `SELECT count(*)::float8 AS submitted, count(*) FILTER (WHERE state = 'away')::float8 AS away,
    count(*) FILTER (WHERE in_book AND kind IS NULL)::float8 AS unsorted,
    count(*) FILTER (WHERE kind = 'suggestion')::float8 AS suggestion,
    count(*) FILTER (WHERE kind = 'petition')::float8 AS petition,
    count(*) FILTER (WHERE in_book AND seen_at IS NOT NULL)::float8 AS seen,
    count(*) FILTER (WHERE in_book AND answered_at IS NOT NULL)::float8 AS answered,
    count(wait_seconds) FILTER (WHERE in_book)::float8 AS waits,
    (percentile_disc(0.5) WITHIN GROUP (ORDER BY wait_seconds) FILTER (WHERE in_book))::float8 AS p50,
    (percentile_disc(0.9) WITHIN GROUP (ORDER BY wait_seconds) FILTER (WHERE in_book))::float8 AS p90
  FROM suggestion, LATERAL (SELECT state <> 'away' AS in_book) AS b
  WHERE unit = ANY($1) AND day BETWEEN $2::date AND $3::date AND page IS NOT NULL`;

/** Who had waited at an instant. */
const WAITING = `SELECT count(*)::float8 AS unseen, count(*) FILTER (WHERE late_from <= t)::float8 AS late
  FROM (SELECT to_timestamp($2 / 1000.0) AS t) AS m, suggestion
  WHERE unit = ANY($1) AND page IS NOT NULL AND state <> 'away' AND submitted_at <= t`;

type OfPeriod = Record<
  'submitted' | 'away' | 'unsorted' | 'suggestion' | 'petition' | 'seen' | 'answered' | 'waits',
  number
> & { p50: number | null; p90: number | null };

/** N7: the measures of the books of an area over local days; who waits is read at `asOf` (epoch ms). */
export async function suggestionKpis(
  { pool, tree, now }: ReadContext,
  code: string,
  { from, to }: Period,
  asOf: number,
): Promise<SuggestionMeasures> {
  const units = unitsBelow(tree, code);
  const {
    rows: [period],
  } = await pool.query<OfPeriod>(OF_PERIOD, [units, from, to]);
  // What waits now has an index of its own.
  const still = asOf >= now() ? `state = 'unseen'` : '(seen_at IS NULL OR seen_at > t)';
  const {
    rows: [waiting],
  } = await pool.query<{ unseen: number; late: number }>(`${WAITING} AND ${still}`, [units, asOf]);
  if (!period || !waiting) throw new Error('a sum without a row');
  const { submitted, away, unsorted, suggestion, petition, seen, answered, waits, p50, p90 } = period;
  return {
    submitted,
    away,
    byKind: { unsorted, suggestion, petition },
    seen: shareOf(seen, submitted - away),
    timeToSeen: { n: waits, p50Sec: p50, p90Sec: p90 },
    answered,
    unseen: waiting.unseen,
    unseenLate: waiting.late,
  };
}
