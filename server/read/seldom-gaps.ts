import type { Opening } from '../../lib/domain/calendar/working-time.ts';
import type { Span } from '../../lib/domain/settings.ts';
import type { SeldomKind } from '../../lib/domain/silence.ts';
import { addDays, localDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import type { Queries } from './context.ts';

const OPEN_DAYS = 20;
/** In how many calendar days those are looked for. */
const LOOK_BACK_DAYS = 45;
/** Where no sessions are known every day counts. */
const CLOCK_DAYS = 28;
/** Fewer gaps have no ninth decile. */
const FEWEST_GAPS = 10;
/** So many units at a time: the log of a country is not read in one statement. */
const UNITS_AT_ONCE = 50;

type AskedUnit = { code: string; opening: Opening };

/** One opening span: `day` counts from the first one, `before` is the opening time (ms) that lies ahead of it. */
type Stretch = Span & { day: number; before: number };

/** G13: the usual gap (ms) between signs of a seldom source, unit by unit; one without a pattern is absent. */
export async function seldomGaps(
  pool: Queries,
  kind: SeldomKind,
  units: readonly AskedUnit[],
  now: number,
): Promise<Map<string, number>> {
  const gaps = new Map<string, number>();
  for (let first = 0; first < units.length; first += UNITS_AT_ONCE) {
    const stretches = units
      .slice(first, first + UNITS_AT_ONCE)
      .flatMap(({ code, opening }) => stretchesOf(opening, now).map((stretch) => ({ code, ...stretch })));
    const { rows } = await pool.query<{ unit: string; gap: number }>(GAPS[kind], [
      stretches.map(({ code }) => code),
      stretches.map(({ day }) => day),
      stretches.map(({ fromAt }) => fromAt),
      stretches.map(({ toAt }) => toAt),
      stretches.map(({ before }) => before),
      FEWEST_GAPS,
    ]);
    for (const { unit, gap } of rows) gaps.set(unit, gap);
  }
  return gaps;
}

/** The opening spans of the last open days before today; without any, the last weeks by the clock as one day. */
function stretchesOf({ zone, spansOf }: Opening, now: number): Stretch[] {
  const today = localDay(zone, now);
  const open: (readonly Span[])[] = [];
  for (let back = 1; back <= LOOK_BACK_DAYS && open.length < OPEN_DAYS; back += 1) {
    const spans = spansOf(addDays(today, -back));
    if (spans.length > 0) open.unshift(spans);
  }
  if (open.length === 0) {
    const fromAt = startOfDay(zone, addDays(today, -CLOCK_DAYS));
    return [{ fromAt, toAt: startOfDay(zone, today), day: 0, before: 0 }];
  }
  let before = 0;
  return open.flatMap((spans, day) =>
    spans.map((span) => {
      const stretch = { ...span, day, before };
      before += span.toAt - span.fromAt;
      return stretch;
    }),
  );
}

/**
 * The place of a sign in opening time is that of the last span begun before it. Signs of one minute are one: what a
 * system sends in a bundle says no more about the next bundle than one of them. The conditions are those of the indexes.
 */
const gapsOf = (isSign: string): string => `
  WITH stretch AS (
    SELECT * FROM unnest($1::text[], $2::int[], $3::float8[], $4::float8[], $5::float8[]) AS s(unit, day, from_ms, to_ms, before)
  ),
  asked AS (
    SELECT unit, array_agg(day ORDER BY from_ms) AS days, array_agg(from_ms ORDER BY from_ms) AS starts,
      array_agg(to_ms ORDER BY from_ms) AS ends, array_agg(before ORDER BY from_ms) AS befores
    FROM stretch GROUP BY unit
  ),
  sign AS (
    SELECT a.unit, a.days[e.i] AS day, floor((a.befores[e.i] + least(e.ms, a.ends[e.i]) - a.starts[e.i]) / 60000) * 60000 AS open_ms
    FROM asked a CROSS JOIN LATERAL (
      SELECT at_ms.ms, width_bucket(at_ms.ms, a.starts) AS i
      FROM event CROSS JOIN LATERAL (SELECT extract(epoch FROM at)::float8 * 1000 AS ms) AS at_ms
      WHERE unit = a.unit AND at >= to_timestamp(a.starts[1] / 1000)
        AND at < to_timestamp(a.ends[cardinality(a.ends)] / 1000) AND ${isSign}
    ) e
  ),
  once AS (SELECT unit, min(day) AS day, open_ms FROM sign GROUP BY unit, open_ms),
  gap AS (
    SELECT unit, day, open_ms - lag(open_ms) OVER (PARTITION BY unit ORDER BY open_ms) AS ms FROM once
  ),
  usual AS (
    SELECT unit, percentile_disc(0.9) WITHIN GROUP (ORDER BY ms) AS ms FROM gap WHERE ms IS NOT NULL
    GROUP BY unit HAVING count(*) >= $6
  ),
  longest AS (SELECT unit, day, max(ms) AS ms FROM gap WHERE ms IS NOT NULL GROUP BY unit, day),
  daily AS (SELECT unit, percentile_disc(0.9) WITHIN GROUP (ORDER BY ms) AS ms FROM longest GROUP BY unit)
  SELECT unit, greatest(usual.ms, daily.ms / 3)::float8 AS gap FROM usual JOIN daily USING (unit)`;

const GAPS: Record<SeldomKind, string> = {
  ratings: gapsOf(`type = 'rating.given'`),
  dossiers: gapsOf(`type LIKE 'dossier.%'`),
};
