import { serviceDay } from '../../lib/domain/contribution.ts';
import { compareFacts } from '../../lib/domain/fact-order.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import {
  type Rating,
  type RatingEvent,
  ratingContribution,
  ratingOf,
  seconds,
} from '../../lib/domain/rating.ts';
import {
  type CountedRating,
  countMarks,
  emptyMarks,
  type Mark,
  type MarkSum,
  markDay,
  type Visit,
} from '../../lib/domain/rating-marks.ts';
import { addToCell, type Cell, emptyCell } from '../../lib/domain/rollup.ts';
import { foldTicket } from '../../lib/domain/ticket.ts';
import { compareTicketFacts, type TicketEvent, ticketFact } from '../../lib/domain/ticket-fact.ts';
import { addDays, endOfDay, localDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import { eventOfRow } from '../log/event-of-row.ts';
import { epochMs } from '../log/load-entries.ts';
import type { ReadContext } from './context.ts';
import { markedDays, spansOn, type UnitDay } from './day-facts.ts';
import type { ScopedUnit } from './scope.ts';
import type { TicketQuestion } from './ticket-sums.ts';
import { usualRatings } from './usual-ratings.ts';

/** The rating columns of a period, and what is marked of it. */
export type RatingSums = { cell: Cell; marks: MarkSum };

/** Days that are read at once. */
const PORTION = 31;

/**
 * The rating columns of a period from the ratings themselves, some left out: for one counter, or as known at an instant
 * (Q6). What is usual at the unit is taken as it is known now.
 */
export async function ratingSums(
  context: ReadContext,
  units: readonly ScopedUnit[],
  question: Omit<TicketQuestion, 'asOf'>,
  without: ReadonlySet<string>,
): Promise<RatingSums> {
  const sums: RatingSums = { cell: emptyCell(), marks: emptyMarks() };
  const { service, counter, knownAt } = question;
  for (const unit of units) {
    const days =
      knownAt === null ? heldDays(context, unit, question) : knownDays(context, unit, question, knownAt);
    for await (const { ratings, marks } of days)
      for (const { rating, second } of ratings) {
        if (
          without.has(rating.rating) ||
          (counter !== null && rating.counter !== counter) ||
          (service !== null && rating.service !== service)
        )
          continue;
        addToCell(sums.cell, ratingContribution(rating, second, unit.zone).add);
        countMarks(sums.marks, rating.level, marks.get(rating.rating) ?? []);
      }
  }
  return sums;
}

type MarkedDay = { ratings: readonly CountedRating[]; marks: ReadonlyMap<string, readonly Mark[]> };
type Asked = Pick<TicketQuestion, 'period'>;

async function* heldDays(
  context: ReadContext,
  { unit }: ScopedUnit,
  { period }: Asked,
): AsyncGenerator<MarkedDay> {
  const { rows } = await context.pool.query<UnitDay>(
    'SELECT DISTINCT unit, day::text AS day FROM rating WHERE unit = $1 AND day BETWEEN $2 AND $3',
    [unit, period.from, period.to],
  );
  for (let from = 0; from < rows.length; from += PORTION) {
    const days = rows.slice(from, from + PORTION);
    yield* (await markedDays(context, days, await usualRatings(context, days))).values();
  }
}

async function* knownDays(
  context: ReadContext,
  unit: ScopedUnit,
  { period }: Asked,
  knownAt: number,
): AsyncGenerator<MarkedDay> {
  const ratings = grouped(await knownThen(context, unit, period, knownAt), ({ rating }) =>
    localDay(unit.zone, rating.at),
  );
  const visits = await visitsThen(context, unit, period, knownAt);
  const days = [...ratings.keys()]
    .filter((day) => day >= period.from && day <= period.to)
    .map((day) => ({ unit: unit.unit, day }));
  const usualOf = await usualRatings(context, days);
  for (const day of days) {
    const own = ratings.get(day.day) ?? [];
    const marks = markDay({
      ratings: own,
      visits: visits.get(day.day) ?? [],
      spans: spansOn(context, day),
      usual: usualOf(day),
    });
    yield { ratings: own, marks };
  }
}

/** Called tickets by service day, from the events that had come by then. */
async function visitsThen(
  { pool }: ReadContext,
  { unit, zone }: ScopedUnit,
  { from, to }: Asked['period'],
  knownAt: number,
): Promise<Map<string, Visit[]>> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT source, id, type, unit, ${epochMs('at', 'at_ms')}, data FROM event WHERE unit = $1 AND type LIKE 'ticket.%'
       AND at >= to_timestamp($2 / 1000.0) AND at < to_timestamp($3 / 1000.0) AND received_at <= to_timestamp($4 / 1000.0)`,
    [unit, startOfDay(zone, from), endOfDay(zone, addDays(to, 1)), knownAt],
  );
  const events = rows.map((row) => eventOfRow<TicketEvent>(row));
  const visits = new Map<string, Visit[]>();
  for (const [ticket, own] of grouped(events, ({ data }) => data.ticket)) {
    const folded = foldTicket(own.map(ticketFact).sort(compareTicketFacts));
    const { firstCallAt: calledAt, counter, endedAt, state } = folded;
    if (calledAt !== null)
      heldOrMade(visits, serviceDay(folded, zone), () => []).push({
        ticket,
        counter,
        calledAt,
        endedAt,
        finished: state === 'finished',
      });
  }
  return visits;
}

/** Another rating of the same id or ticket is looked for this far around the period. */
const MARGIN_DAYS = 7;

async function knownThen(
  { pool }: ReadContext,
  { unit, zone }: ScopedUnit,
  { from, to }: TicketQuestion['period'],
  knownAt: number,
): Promise<CountedRating[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT source, id, unit, ${epochMs('at', 'at_ms')}, data FROM event WHERE unit = $1 AND type = 'rating.given'
       AND at >= to_timestamp($2 / 1000.0) AND at < to_timestamp($3 / 1000.0) AND received_at <= to_timestamp($4 / 1000.0)`,
    [unit, startOfDay(zone, addDays(from, -MARGIN_DAYS)), endOfDay(zone, addDays(to, MARGIN_DAYS)), knownAt],
  );
  const first = new Map<string, Rating>();
  for (const row of rows) {
    // The log holds checked events of this type only.
    const event = { ...row, type: 'rating.given', at: Number(row.at_ms) } as RatingEvent;
    const rating = ratingOf(event);
    const known = first.get(rating.rating);
    if (!known || compareFacts(rating, known) < 0) first.set(rating.rating, rating);
  }
  const byTicket = new Map<string, Rating[]>();
  for (const rating of first.values()) {
    if (rating.ticket !== null) byTicket.set(rating.ticket, [...(byTicket.get(rating.ticket) ?? []), rating]);
  }
  const late = new Set([...byTicket.values()].flatMap((ratings) => [...seconds(ratings)]));
  return [...first.values()].map((rating) => ({ rating, second: late.has(rating.rating) }));
}
