import { addDays, localDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import type { Queries } from './context.ts';

const OPEN_DAYS = 20;
/** In how many calendar days those are looked for; a unit that opens less often has no pattern. */
const LOOK_BACK_DAYS = 45;
/** Fewer gaps have no ninth decile. */
const FEWEST_GAPS = 10;
/** So many units at a time: the log of a country is not read in one statement. */
const UNITS_AT_ONCE = 50;

/**
 * G5: gaps (p90, ms) between signals of each unit's queue on its last 20 open days before today. Nights are no gaps.
 * A unit without a pattern is absent. Takes a second per million events; call it away from the start and hourly.
 */
export async function usualGaps(
  pool: Queries,
  units: readonly { code: string; zone: string }[],
  now: number,
): Promise<Map<string, number>> {
  const gaps = new Map<string, number>();
  for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
    const some = units.slice(from, from + UNITS_AT_ONCE);
    const { rows } = await pool.query<{ unit: string; gap: number }>(GAPS, [
      some.map((unit) => unit.code),
      some.map((unit) => unit.zone),
      some.map(({ zone }) => startOfDay(zone, addDays(localDay(zone, now), -LOOK_BACK_DAYS))),
      some.map(({ zone }) => startOfDay(zone, localDay(zone, now))),
      OPEN_DAYS,
      FEWEST_GAPS,
    ]);
    for (const row of rows) gaps.set(row.unit, row.gap);
  }
  return gaps;
}

const GAPS = `
  WITH signal AS (
    SELECT e.unit, e.at, (e.at AT TIME ZONE u.zone)::date AS day
    FROM unnest($1::text[], $2::text[], $3::float8[], $4::float8[]) AS u(unit, zone, since, until)
    JOIN event e ON e.unit = u.unit AND e.at >= to_timestamp(u.since / 1000) AND e.at < to_timestamp(u.until / 1000)
    WHERE e.type ~ '^(ticket|counter|issuing|gauge)[.]'
  ),
  ranked AS (SELECT unit, at, day, dense_rank() OVER (PARTITION BY unit ORDER BY day DESC) AS age FROM signal),
  gap AS (
    SELECT unit, extract(epoch FROM at - lag(at) OVER (PARTITION BY unit, day ORDER BY at)) * 1000 AS ms FROM ranked WHERE age <= $5
  )
  SELECT unit, percentile_disc(0.9) WITHIN GROUP (ORDER BY ms)::float8 AS gap FROM gap WHERE ms IS NOT NULL
  GROUP BY unit HAVING count(*) >= $6`;
