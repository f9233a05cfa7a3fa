import { type Nets, shiftNets } from './apply-shifts.ts';
import { compareFacts } from './fact-order.ts';
import { heldOrMade } from './held-or-made.ts';
import { type RatingEvent, ratingContribution, ratingOf, seconds } from './rating.ts';
import type { RatingEntry, UnitState } from './unit-state.ts';

export type ToldRating = { event: RatingEvent; seq: number };
type Changed = { ratings: Set<string>; nets: Nets };

/** Names of ratings by the ticket they stand at. */
type ByTicket = Map<string, Set<string>>;

/** Folds ratings into their unit; what they changed goes into `change`. */
export function foldRatings(unit: UnitState, told: readonly ToldRating[], change: Changed): void {
  const byTicket = ratingsOfNamed(unit, told);
  for (const rating of told) foldRating(unit, byTicket, rating, change);
}

/** Every ticket at which one of the told ratings stands or stood, with all its ratings: one look at the unit for all. */
function ratingsOfNamed(unit: UnitState, told: readonly ToldRating[]): ByTicket {
  const byTicket: ByTicket = new Map();
  const name = (ticket: string | null | undefined): void => {
    if (ticket != null) heldOrMade(byTicket, ticket, () => new Set());
  };
  for (const { event } of told) {
    name(event.data.ticket);
    name(unit.ratings.get(event.data.rating)?.rating.ticket);
  }
  if (byTicket.size > 0)
    for (const [id, { rating }] of unit.ratings)
      if (rating.ticket !== null) byTicket.get(rating.ticket)?.add(id);
  return byTicket;
}

// S1: of several events with one rating id the first by (time, source, id) counts; the others are repeats, to correct.
function foldRating(unit: UnitState, byTicket: ByTicket, { event, seq }: ToldRating, change: Changed): void {
  const next = ratingOf(event);
  const id = next.rating;
  const held = unit.ratings.get(id);
  const wins = !held || compareFacts(next, held.rating) < 0;
  const standsAt = held?.rating.ticket ?? null;
  const tickets = new Set([standsAt, wins ? next.ticket : standsAt].filter((ticket) => ticket !== null));
  const affected = new Set([id]);
  for (const ticket of tickets) for (const other of byTicket.get(ticket) ?? []) affected.add(other);

  shiftAll(unit, affected, change.nets, -1);
  const entry: RatingEntry = wins
    ? { rating: next, second: false, repeats: held ? held.repeats + 1 : 0, seq }
    : { ...held, repeats: held.repeats + 1 };
  unit.ratings.set(id, entry);
  if (standsAt !== null) byTicket.get(standsAt)?.delete(id);
  if (entry.rating.ticket === null) entry.second = false;
  else heldOrMade(byTicket, entry.rating.ticket, () => new Set()).add(id);
  for (const ticket of tickets) markSeconds(unit, byTicket.get(ticket));
  shiftAll(unit, affected, change.nets, 1);
  for (const other of affected) change.ratings.add(other);
}

function markSeconds(unit: UnitState, ids: ReadonlySet<string> = new Set()): void {
  const siblings = [...ids].flatMap((id) => unit.ratings.get(id) ?? []);
  const late = seconds(siblings.map(({ rating }) => rating));
  for (const sibling of siblings) sibling.second = late.has(sibling.rating.rating);
}

function shiftAll(unit: UnitState, ids: ReadonlySet<string>, nets: Nets, sign: 1 | -1): void {
  for (const id of ids) {
    const entry = unit.ratings.get(id);
    if (entry) shiftNets(nets, [ratingContribution(entry.rating, entry.second, unit.zone)], sign);
  }
}
