import { compareFacts } from '../../lib/domain/fact-order.ts';
import {
  type Rating,
  type RatingEvent,
  ratingContribution,
  ratingOf,
  seconds,
} from '../../lib/domain/rating.ts';
import { addToCell, type Cell, emptyCell } from '../../lib/domain/rollup.ts';
import { addDays, endOfDay, localDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import { epochMs, RATING_COLUMNS, ratingOfRow } from '../log/load-entries.ts';
import type { ReadContext } from './context.ts';
import type { ScopedUnit } from './scope.ts';
import type { TicketQuestion } from './ticket-sums.ts';

type Known = { rating: Rating; second: boolean };

/**
 * The rating columns of a period from the ratings themselves, some left out: for one counter, or as known at an instant
 * (Q6).
 */
export async function ratingCell(
  context: ReadContext,
  units: readonly ScopedUnit[],
  { period, service, counter, knownAt }: Omit<TicketQuestion, 'asOf'>,
  without: ReadonlySet<string>,
): Promise<Cell> {
  const cell = emptyCell();
  for (const unit of units) {
    const ratings =
      knownAt === null ? await held(context, unit, period) : await knownThen(context, unit, period, knownAt);
    for (const { rating, second } of ratings) {
      if (
        without.has(rating.rating) ||
        (counter !== null && rating.counter !== counter) ||
        (service !== null && rating.service !== service)
      )
        continue;
      const day = localDay(unit.zone, rating.at);
      if (day >= period.from && day <= period.to)
        addToCell(cell, ratingContribution(rating, second, unit.zone).add);
    }
  }
  return cell;
}

async function held(
  { pool }: ReadContext,
  { unit }: ScopedUnit,
  { from, to }: TicketQuestion['period'],
): Promise<Known[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT ${RATING_COLUMNS} FROM rating WHERE unit = $1 AND day BETWEEN $2 AND $3`,
    [unit, from, to],
  );
  return rows.map((row) => ratingOfRow(row).entry);
}

/** Another rating of the same id or ticket is looked for this far around the period. */
const MARGIN_DAYS = 7;

async function knownThen(
  { pool }: ReadContext,
  { unit, zone }: ScopedUnit,
  { from, to }: TicketQuestion['period'],
  knownAt: number,
): Promise<Known[]> {
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
