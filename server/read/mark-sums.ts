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

/** By service; '' where a rating names none. */
type ByService = Record<string, MarkSum>;
type Row = Record<string, unknown>;

/** Days that are read at once: facts of so many fit into memory. */
const PORTION = 400;

/**
 * What is marked of a period (S3). Days that are over are read once and kept, until a late fact of them, of the month
 * before or a change of their opening sessions changes what they mean; so a long period costs a row a day (P5).
 */
export async function markSums(
  context: ReadContext,
  units: readonly ScopedUnit[],
  period: Period,
  service: string | null,
): Promise<MarkSum> {
  const sum = emptyMarks();
  const add = (by: ByService): void => {
    for (const [name, marks] of Object.entries(by))
      if (service === null || name === service) addMarks(sum, marks);
  };
  const { kept, missing } = await ratedDays(context, units, period);
  for (const by of kept) add(by);
  for (let from = 0; from < missing.length; from += PORTION) {
    const days = missing.slice(from, from + PORTION);
    for (const by of (await readDays(context, days)).values()) add(by);
  }
  return sum;
}

/** The days of a period that have ratings: what is known of them, and those that must be read. */
async function ratedDays(
  context: ReadContext,
  units: readonly ScopedUnit[],
  { from, to }: Period,
): Promise<{ kept: ByService[]; missing: UnitDay[] }> {
  const { rows } = await context.pool.query<Row>(
    `SELECT r.unit, r.day::text AS day, m.spans, m.marks FROM (
       SELECT DISTINCT unit, day FROM rollup_day WHERE unit = ANY($1) AND day BETWEEN $2 AND $3
         AND very_satisfied + satisfied + neutral + dissatisfied + very_dissatisfied > 0) r
     LEFT JOIN rollup_rating_mark m ON m.unit = r.unit AND m.day = r.day AND NOT EXISTS (
       SELECT 1 FROM late_day l WHERE l.unit = m.unit AND l.seq > m.seq
         AND (l.day = m.day OR l.day >= date_trunc('month', m.day) - interval '1 month' AND l.day < date_trunc('month', m.day)))`,
    [units.map(({ unit }) => unit), from, to],
  );
  const kept: ByService[] = [];
  const missing: UnitDay[] = [];
  for (const row of rows) {
    const day = { unit: String(row.unit), day: String(row.day) };
    // Written by `keep` and by nothing else.
    if (row.marks !== null && row.spans === spansText(context, day)) kept.push(row.marks as ByService);
    else missing.push(day);
  }
  return { kept, missing };
}

const spansText = (context: ReadContext, day: UnitDay): string => JSON.stringify(spansOn(context, day));

async function readDays(context: ReadContext, days: readonly UnitDay[]): Promise<Map<string, ByService>> {
  const seq = await seqNow(context);
  const usualOf = await usualRatings(context, days);
  const found = new Map<string, ByService>();
  for (const [key, { ratings, marks }] of await markedDays(context, days, usualOf)) {
    const by = new Map<string, MarkSum>();
    for (const { rating } of ratings)
      countMarks(
        heldOrMade(by, rating.service ?? '', emptyMarks),
        rating.level,
        marks.get(rating.rating) ?? [],
      );
    found.set(key, Object.fromEntries(by));
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
  found: ReadonlyMap<string, ByService>,
): Promise<void> {
  if (days.length === 0) return;
  await context.pool.query(
    `INSERT INTO rollup_rating_mark (unit, day, seq, spans, marks)
     SELECT unit, day, $3, spans, marks FROM unnest($1::text[], $2::date[], $4::text[], $5::jsonb[]) AS x(unit, day, spans, marks)
     ON CONFLICT (unit, day) DO UPDATE SET seq = excluded.seq, spans = excluded.spans, marks = excluded.marks
       WHERE rollup_rating_mark.seq <= excluded.seq`,
    [
      days.map(({ unit }) => unit),
      days.map(({ day }) => day),
      seq,
      days.map((day) => spansText(context, day)),
      days.map((day) => JSON.stringify(found.get(unitDayKey(day)) ?? {})),
    ],
  );
}
