import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import type { Period } from '../../lib/domain/period.ts';
import { addMarks, countMarks, emptyMarks, type MarkSum } from '../../lib/domain/rating-marks.ts';
import { zoneOf } from '../../lib/domain/tree.ts';
import { endOfDay } from '../../lib/domain/zoned-time.ts';
import type { ReadContext } from './context.ts';
import { markedDays, spansOn, type UnitDay, unitDayKey } from './day-facts.ts';
import type { ScopedUnit } from './scope.ts';
import { SETTLED_MS, seqNow } from './settled.ts';
import { usualRatings } from './usual-ratings.ts';

/** What is marked among the ratings of one service, counter and channel; null where they name none. */
type MarkGroup = MarkSum & Record<(typeof PLACES)[number], string | null>;
const PLACES = ['service', 'counter', 'channel'] as const;

/** Which ratings are asked for; null or absent: all. */
export type MarkFilter = Partial<Record<(typeof PLACES)[number], string | null>>;

type Row = Record<string, unknown>;

/** Days that are read at once: facts of so many fit into memory. */
const PORTION = 400;

/**
 * What is marked of a period (S3). Days that are over are read once and kept, until a late fact of them, of the month
 * before or a change of their opening sessions changes what they mean; so a long period costs a row a day (P5). `without`: ratings of
 * today that are left out.
 */
export async function markSums(
  context: ReadContext,
  units: readonly ScopedUnit[],
  period: Period,
  filter: MarkFilter,
  without: ReadonlySet<string> = new Set(),
): Promise<MarkSum> {
  const sum = emptyMarks();
  const add = (groups: readonly MarkGroup[]): void => {
    for (const group of groups)
      if (PLACES.every((place) => (filter[place] ?? group[place]) === group[place])) addMarks(sum, group);
  };
  const { kept, missing } = await ratedDays(context, units, period);
  for (const groups of kept) add(groups);
  for (let from = 0; from < missing.length; from += PORTION) {
    const days = missing.slice(from, from + PORTION);
    for (const groups of (await readDays(context, days, without)).values()) add(groups);
  }
  return sum;
}

/** The days of a period that have ratings: what is known of them, and those that must be read. */
async function ratedDays(
  context: ReadContext,
  units: readonly ScopedUnit[],
  { from, to }: Period,
): Promise<{ kept: MarkGroup[][]; missing: UnitDay[] }> {
  const { rows } = await context.pool.query<Row>(
    `SELECT r.unit, r.day::text AS day, m.spans, m.marks FROM (
       SELECT DISTINCT unit, day FROM rollup_day WHERE unit = ANY($1) AND day BETWEEN $2 AND $3
         AND very_satisfied + satisfied + neutral + dissatisfied + very_dissatisfied > 0) r
     LEFT JOIN rollup_rating_mark m ON m.unit = r.unit AND m.day = r.day AND NOT EXISTS (
       SELECT 1 FROM late_day l WHERE l.unit = m.unit AND l.seq > m.seq
         AND (l.day = m.day OR l.day >= date_trunc('month', m.day) - interval '1 month' AND l.day < date_trunc('month', m.day)))`,
    [units.map(({ unit }) => unit), from, to],
  );
  const kept: MarkGroup[][] = [];
  const missing: UnitDay[] = [];
  for (const row of rows) {
    const day = { unit: String(row.unit), day: String(row.day) };
    // Written by `keep` and by nothing else.
    if (row.marks !== null && row.spans === spansText(context, day)) kept.push(row.marks as MarkGroup[]);
    else missing.push(day);
  }
  return { kept, missing };
}

const spansText = (context: ReadContext, day: UnitDay): string => JSON.stringify(spansOn(context, day));

async function readDays(
  context: ReadContext,
  days: readonly UnitDay[],
  without: ReadonlySet<string>,
): Promise<Map<string, MarkGroup[]>> {
  const seq = await seqNow(context);
  const usualOf = await usualRatings(context, days);
  const found = new Map<string, MarkGroup[]>();
  for (const [key, { ratings, marks }] of await markedDays(context, days, usualOf)) {
    const groups = new Map<string, MarkGroup>();
    for (const { rating } of ratings) {
      const own = marks.get(rating.rating) ?? [];
      if (own.length === 0 || without.has(rating.rating)) continue;
      const { service, counter, channel } = rating;
      const group = heldOrMade(groups, JSON.stringify([service, counter, channel]), () => ({
        ...emptyMarks(),
        service,
        counter,
        channel,
      }));
      countMarks(group, rating.level, own);
    }
    found.set(key, [...groups.values()]);
  }
  await keep(
    context,
    days.filter((day) => context.now() - endOfDay(zoneOf(context.tree, day.unit), day.day) > SETTLED_MS),
    seq,
    found,
  );
  return found;
}

async function keep(
  context: ReadContext,
  days: readonly UnitDay[],
  seq: number,
  found: ReadonlyMap<string, MarkGroup[]>,
): Promise<void> {
  if (days.length === 0) return;
  await context.kept.query(
    `INSERT INTO rollup_rating_mark (unit, day, seq, spans, marks)
     SELECT unit, day, $3, spans, marks FROM unnest($1::text[], $2::date[], $4::text[], $5::jsonb[]) AS x(unit, day, spans, marks)
     ORDER BY unit, day
     ON CONFLICT (unit, day) DO UPDATE SET seq = excluded.seq, spans = excluded.spans, marks = excluded.marks
       WHERE rollup_rating_mark.seq <= excluded.seq`,
    [
      days.map(({ unit }) => unit),
      days.map(({ day }) => day),
      seq,
      days.map((day) => spansText(context, day)),
      days.map((day) => JSON.stringify(found.get(unitDayKey(day)) ?? [])),
    ],
  );
}
