import { ticketContributions } from './contribution.ts';
import { compareFacts } from './fact-order.ts';
import { foldEvent, hear, type LoggedEvent } from './fold-events.ts';
import { grouped } from './grouped.ts';
import { heldOrMade } from './held-or-made.ts';
import { type Rating, ratingContribution, ratingOf, seconds } from './rating.ts';
import { addToCell, type Contribution, emptyCell } from './rollup.ts';
import { foldTicket } from './ticket.ts';
import { compareTicketFacts, isTicketEvent, type TicketFact, ticketFact } from './ticket-fact.ts';
import { dayKey, halfHourKey, type MaxServiceMinutes, monthKey, type UnitState } from './unit-state.ts';

export type CountedRating = { rating: Rating; seq: number };

/**
 * What events mean, computed from all of them at once instead of one after another: the second opinion on the fold.
 * Adds to `unit`, so that a long log goes through it in portions; no ticket and no rating may fall into two portions.
 */
export function recountUnit(
  unit: UnitState,
  logged: Iterable<LoggedEvent>,
  maxServiceMinutes: MaxServiceMinutes,
): void {
  const facts = new Map<string, TicketFact[]>();
  const told = new Map<string, CountedRating[]>();
  for (const { event, seq } of logged) {
    if (event.type === 'rating.given') {
      const ratings = heldOrMade(told, event.data.rating, () => []);
      ratings.push({ rating: ratingOf(event), seq });
    } else if (isTicketEvent(event)) {
      const list = heldOrMade(facts, event.data.ticket, () => []);
      list.push(ticketFact(event));
    } else {
      foldEvent(unit, event, seq, maxServiceMinutes);
      continue;
    }
    hear(unit, event);
  }
  recountTickets(unit, facts, maxServiceMinutes);
  recountRatings(unit, told);
}

/** Adds tickets, each with all its facts, to a unit and its cells. */
function recountTickets(
  unit: UnitState,
  byTicket: ReadonlyMap<string, TicketFact[]>,
  maxServiceMinutes: MaxServiceMinutes,
): void {
  for (const [id, facts] of byTicket) {
    facts.sort(compareTicketFacts);
    const ticket = foldTicket(facts);
    unit.tickets.set(id, { facts, ticket });
    for (const part of ticketContributions(ticket, unit.zone, maxServiceMinutes)) addPart(unit, part);
  }
}

/** Adds ratings, by their name with all that was told of each, to a unit and its cells. */
export function recountRatings(unit: UnitState, told: ReadonlyMap<string, CountedRating[]>): void {
  const counted = [...told.values()].flatMap((ratings) => {
    const [first] = ratings.toSorted((a, b) => compareFacts(a.rating, b.rating));
    return first ? [{ ...first, repeats: ratings.length - 1 }] : [];
  });
  const late = new Set<string>();
  for (const [ticket, entries] of grouped(counted, ({ rating }) => rating.ticket)) {
    if (ticket !== null) for (const id of seconds(entries.map(({ rating }) => rating))) late.add(id);
  }
  for (const { rating, seq, repeats } of counted) {
    const second = late.has(rating.rating);
    unit.ratings.set(rating.rating, { rating, second, repeats, seq });
    addPart(unit, ratingContribution(rating, second, unit.zone));
  }
}

function addPart(unit: UnitState, part: Contribution): void {
  addToCell(heldOrMade(unit.halfHours, halfHourKey(part), emptyCell), part.add);
  addToCell(heldOrMade(unit.days, dayKey(part), emptyCell), part.add);
  addToCell(heldOrMade(unit.months, monthKey(part), emptyCell), part.add);
}
