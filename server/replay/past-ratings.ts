import { compareFacts } from '../../lib/domain/fact-order.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { LEVEL_COLUMN, type Rating, type RatingEvent, ratingOf } from '../../lib/domain/rating.ts';
import { LEVELS, type Level } from '../../lib/domain/rating-level.ts';
import { type CountedRating, recountRatings } from '../../lib/domain/recount-unit.ts';
import { addToCell, emptyCell } from '../../lib/domain/rollup.ts';
import { dayKey } from '../../lib/domain/unit-state.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { eventOfRow } from '../log/event-of-row.ts';
import { epochMs, RATING_COLUMNS, ratingOfRow } from '../log/load-entries.ts';
import { type Memory, unitIn } from '../log/memory.ts';
import type { Query } from '../log/query.ts';
import type { Knowledge } from './knowledge.ts';
import { FROM_UNITS, instant, type Moment, type PastUnit, valuesOf } from './past.ts';

/** Ratings by unit and name. */
type Held = Map<string, Map<string, CountedRating>>;

/** S1: of ratings told twice the first by time counts, so of what has happened by a moment the table has the right one. */
const isKnown = ({ known, seq, at }: Moment, one: CountedRating): boolean =>
  known === 'then' ? one.seq <= seq : one.rating.at <= at;

/** The ratings of the day of a moment and of their tickets, with the cells of that day and the sums of its month. */
export async function loadPastRatings(
  query: Query,
  memory: Memory,
  units: readonly PastUnit[],
  { moment, lateRatings }: Knowledge,
): Promise<void> {
  const held: Held = new Map();
  const hold = (unit: string, one: CountedRating): void =>
    void heldOrMade(held, unit, () => new Map()).set(one.rating.rating, one);
  const corrected = await toldOtherwise(query, units, moment);
  const rows = await query(KNOWN, [...valuesOf(units), ...boundsOf(moment)]);
  for (const row of rows) if (row.own === true) hold(...countedOf(row));
  for (const [unit, one] of corrected) if (isKnown(moment, one)) hold(unit, one);
  await holdSiblings(query, held, corrected, (unit, one) => {
    if (isKnown(moment, one) && !held.get(unit)?.has(one.rating.rating)) hold(unit, one);
  });
  for (const [code, told] of held) {
    const unit = unitIn(memory, code);
    if (unit) recountRatings(unit, new Map([...told].map(([id, one]) => [id, [one]])));
  }
  for (const { unit } of units) unitIn(memory, unit)?.months.clear();
  const months = new Map(units.map(({ unit, month }) => [unit, month]));
  for (const row of rows)
    if (row.in_month === true) {
      const [unit, { rating }] = countedOf(row);
      countLevel(memory, unit, months.get(unit), rating.level, 1);
    }
  await countMonths(query, memory, units, moment, lateRatings, corrected);
}

const countedOf = (row: Record<string, unknown>): [string, CountedRating] => {
  const { unit, entry } = ratingOfRow(row);
  return [unit, { rating: entry.rating, seq: entry.seq }];
};

/** Ratings whose first telling was not known then, as they were known: another telling counted. */
async function toldOtherwise(
  query: Query,
  units: readonly PastUnit[],
  { known, seq }: Moment,
): Promise<[string, CountedRating][]> {
  if (known === 'now') return [];
  const text = `SELECT e.seq::float8 AS seq, e.source, e.id, e.type, e.unit, ${epochMs('e.at', 'at_ms')}, e.data
    FROM rating r JOIN event e ON e.unit = r.unit AND e.data ->> 'rating' = r.rating
    WHERE e.type = 'rating.given' AND r.unit = ANY($1) AND r.repeats > 0 AND r.seq > $2 AND e.seq <= $2`;
  const first = new Map<string, [string, CountedRating]>();
  for (const row of await query(text, [units.map(({ unit }) => unit), seq])) {
    const event = eventOfRow<RatingEvent>(row);
    const rating: Rating = ratingOf(event);
    const key = `${event.unit}\n${rating.rating}`;
    const before = first.get(key)?.[1].rating;
    if (!before || compareFacts(rating, before) < 0)
      first.set(key, [event.unit, { rating, seq: Number(row.seq) }]);
  }
  return [...first.values()];
}

/**
 * S2: which of the ratings of a ticket is the first needs all of them. Of a ticket rated once as known today there are no
 * others, unless one of them was known otherwise then.
 */
async function holdSiblings(
  query: Query,
  held: Held,
  corrected: readonly [string, CountedRating][],
  take: (unit: string, one: CountedRating) => void,
): Promise<void> {
  const named = [...held].flatMap(([unit, told]) =>
    [...told.values()].flatMap(({ rating: { ticket } }) => (ticket === null ? [] : [{ unit, ticket }])),
  );
  if (named.length === 0) return;
  const text = `SELECT unit, ticket FROM rating WHERE (unit, ticket) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND second`;
  const twice = await query(text, [named.map(({ unit }) => unit), named.map(({ ticket }) => ticket)]);
  const pairs = [
    ...twice.map(({ unit, ticket }): [string, string] => [String(unit), String(ticket)]),
    ...corrected.flatMap(([unit, { rating }]): [string, string][] =>
      rating.ticket === null ? [] : [[unit, rating.ticket]],
    ),
  ];
  await readBy(query, 'ticket', pairs, take);
}

async function readBy(
  query: Query,
  by: 'rating' | 'ticket',
  pairs: readonly (readonly [string, string])[],
  take: (unit: string, one: CountedRating) => void,
): Promise<void> {
  if (pairs.length === 0) return;
  const text = `SELECT ${RATING_COLUMNS} FROM rating WHERE (unit, ${by}) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  const rows = await query(text, [pairs.map(([unit]) => unit), pairs.map(([, id]) => id)]);
  for (const row of rows) take(...countedOf(row));
}

/** Ratings that are named, and those of their tickets, that are not in memory: they count in no cell. */
export async function holdPastRatings(
  query: Query,
  memory: Memory,
  events: readonly RatingEvent[],
  moment: Moment,
): Promise<void> {
  const take = (code: string, one: CountedRating): void => {
    const ratings = unitIn(memory, code)?.ratings;
    const { rating, seq } = one;
    if (ratings && !ratings.has(rating.rating) && isKnown(moment, one))
      ratings.set(rating.rating, { rating, second: false, repeats: 0, seq });
  };
  await readBy(
    query,
    'rating',
    events.map(({ unit, data }) => [unit, data.rating]),
    take,
  );
  const tickets = events.flatMap(({ unit, data }): [string, string][] => {
    const before = unitIn(memory, unit)?.ratings.get(data.rating)?.rating.ticket;
    return [data.ticket, before].flatMap((ticket): [string, string][] =>
      ticket == null ? [] : [[unit, ticket]],
    );
  });
  await readBy(query, 'ticket', tickets, take);
}

// Known then is what had been received, whatever its time; known today what had happened.
const boundsOf = ({ known, seq, horizon }: Moment): [seq: number, at: number] =>
  known === 'then' ? [seq, Number.MAX_SAFE_INTEGER / 1000] : [Number.MAX_SAFE_INTEGER, horizon];

/** What was known of the day and, from clocks ahead, of the next one. */
const KNOWN = `WITH u AS MATERIALIZED (SELECT * FROM ${FROM_UNITS})
  SELECT ${RATING_COLUMNS.replace('unit', 'r.unit')}, r.day = u.day AS own, r.day < (u.month + interval '1 month')::date AS in_month
  FROM u JOIN rating r ON r.unit = u.unit AND r.day BETWEEN u.day AND u.last
  WHERE r.seq <= $8 AND r.at <= ${instant('$9')}`;
const COUNTS = LEVELS.map((level) => `sum(r.${level})::float8 AS ${level}`).join(', ');
/** The days of the month before the day, as they are known today. */
const BEFORE = `WITH u AS MATERIALIZED (SELECT * FROM ${FROM_UNITS})
  SELECT r.unit, ${COUNTS} FROM u JOIN rollup_day r ON r.unit = u.unit AND r.day >= u.month AND r.day < u.day GROUP BY r.unit`;
/** What is known today of those days and was not known then. */
const UNKNOWN = `WITH u AS MATERIALIZED (SELECT * FROM ${FROM_UNITS})
  SELECT r.unit, r.level, count(*)::float8 AS n
  FROM u JOIN rating r ON r.unit = u.unit AND r.day >= u.month AND r.day < u.day
  WHERE r.seq > $8 AND (r.unit, r.rating) IN (SELECT * FROM unnest($9::text[], $10::text[])) GROUP BY r.unit, r.level`;

/** The month of a board is its ratings alone: the days before the day, and what was known otherwise then. */
async function countMonths(
  query: Query,
  memory: Memory,
  units: readonly PastUnit[],
  moment: Moment,
  late: readonly (readonly [unit: string, rating: string])[],
  corrected: readonly [string, CountedRating][],
): Promise<void> {
  const own = new Map(units.map((unit) => [unit.unit, unit]));
  for (const row of await query(BEFORE, valuesOf(units)))
    for (const level of LEVELS)
      countLevel(memory, String(row.unit), own.get(String(row.unit))?.month, level, Number(row[level]));
  if (late.length > 0) {
    const named = [late.map(([unit]) => unit), late.map(([, rating]) => rating)];
    for (const row of await query(UNKNOWN, [...valuesOf(units), moment.seq, ...named])) {
      const level = LEVELS.find((one) => one === row.level);
      if (level)
        countLevel(memory, String(row.unit), own.get(String(row.unit))?.month, level, -Number(row.n));
    }
  }
  for (const [code, { rating }] of corrected) {
    const unit = own.get(code);
    if (unit && localDay(unit.zone, rating.at).slice(0, 7) === unit.month.slice(0, 7))
      countLevel(memory, code, unit.month, rating.level, 1);
  }
}

function countLevel(memory: Memory, code: string, month: string | undefined, level: Level, n: number): void {
  const unit = unitIn(memory, code);
  if (!unit || month === undefined) return;
  const cell = heldOrMade(unit.months, dayKey({ day: month, service: '' }), emptyCell);
  addToCell(cell, { [LEVEL_COLUMN[level]]: n });
}
