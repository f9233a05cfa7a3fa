import { ticketContributions } from './contribution.ts';
import type { SourceEvent } from './events/registry.ts';
import { compareFacts, type FactKey, isLater } from './fact-order.ts';
import { type Rating, type RatingEvent, ratingContribution, ratingOf, seconds } from './rating.ts';
import type { Cell, Contribution } from './rollup.ts';
import { foldTicket, type Ticket } from './ticket.ts';
import { type TicketEvent, type TicketFact, ticketFact, withFact } from './ticket-fact.ts';
import { monthOf } from './zoned-time.ts';

export type TicketEntry = { facts: TicketFact[]; ticket: Ticket };
export type RatingEntry = { rating: Rating; second: boolean; repeats: number; seq: number };
export type CounterEntry = FactKey & {
  state: 'open' | 'paused' | 'closed';
  officer: string | null;
  services: string[];
};
export type IssuingEntry = FactKey & { stopped: boolean; reason: string | null };
export type GaugeEntry = FactKey & {
  waiting: number;
  openCounters: number | null;
  currentNumber: string | null;
};
export type NoteEntry = { fromAt: number; toAt: number | null; text: string };
export type SignalKind = 'queue' | 'ratings';

/** Everything a unit's events mean together. The server keeps what is live in it and loads the rest when a late fact needs it. */
export type UnitState = {
  code: string;
  zone: string;
  tickets: Map<string, TicketEntry>;
  ratings: Map<string, RatingEntry>;
  counters: Map<string, CounterEntry>;
  issuing: Map<string, IssuingEntry>;
  gauges: Map<string, GaugeEntry>;
  notes: Map<number, NoteEntry>;
  signals: Map<SignalKind, number>;
  /** Rollups by key: `day/halfHour/service`, `day/service` and `month/service`. */
  halfHours: Map<string, Cell>;
  days: Map<string, Cell>;
  months: Map<string, Cell>;
};

export const emptyUnit = (code: string, zone: string): UnitState => ({
  code,
  zone,
  tickets: new Map(),
  ratings: new Map(),
  counters: new Map(),
  issuing: new Map(),
  gauges: new Map(),
  notes: new Map(),
  signals: new Map(),
  halfHours: new Map(),
  days: new Map(),
  months: new Map(),
});

/** A contribution that a change takes away (−1) or brings (+1). */
export type Shift = Contribution & { sign: 1 | -1 };

/** What an event changed: names of the entries, and the shifts of the rollups (not yet applied to them). */
export type Change = {
  tickets: string[];
  ratings: string[];
  counters: string[];
  queueStates: string[];
  shifts: Shift[];
};

export type MaxServiceMinutes = (service: string, day: string) => number;

const shift =
  (sign: 1 | -1) =>
  (part: Contribution): Shift => ({ ...part, sign });

/** Folds one event into its unit; total. Order and repetition of distinct events play no part (law L1). */
export function foldEvent(
  unit: UnitState,
  event: SourceEvent,
  seq: number,
  maxServiceMinutes: MaxServiceMinutes,
): Change {
  const change: Change = { tickets: [], ratings: [], counters: [], queueStates: [], shifts: [] };
  const key: FactKey = { at: event.at, source: event.source, id: event.id };
  switch (event.type) {
    case 'counter.opened':
    case 'counter.paused':
    case 'counter.closed':
      if (isLater(key, unit.counters.get(event.data.counter))) {
        const state = (
          { 'counter.opened': 'open', 'counter.paused': 'paused', 'counter.closed': 'closed' } as const
        )[event.type];
        unit.counters.set(event.data.counter, {
          ...key,
          state,
          officer: event.data.officer ?? null,
          services: event.data.services ?? [],
        });
        change.counters.push(event.data.counter);
      }
      break;
    case 'issuing.stopped':
    case 'issuing.resumed':
      if (isLater(key, unit.issuing.get(event.data.service))) {
        unit.issuing.set(event.data.service, {
          ...key,
          stopped: event.type === 'issuing.stopped',
          reason: event.data.reason ?? null,
        });
        change.queueStates.push(event.data.service);
      }
      break;
    case 'gauge.reported':
      if (isLater(key, unit.gauges.get(event.data.service))) {
        const { waiting, openCounters = null, currentNumber = null } = event.data;
        unit.gauges.set(event.data.service, { ...key, waiting, openCounters, currentNumber });
        change.queueStates.push(event.data.service);
      }
      break;
    case 'note.added':
      unit.notes.set(seq, { fromAt: event.data.from, toAt: event.data.to ?? null, text: event.data.text });
      break;
    case 'rating.given':
      foldRating(unit, event, seq, change);
      break;
    default:
      foldTicketEvent(unit, event, maxServiceMinutes, change);
  }
  hear(unit, event);
  return change;
}

/** Notes when a kind of source was last heard. A note is somebody typing, not a machine that lives. */
export function hear(unit: UnitState, event: SourceEvent): void {
  if (event.type === 'note.added') return;
  const kind = event.type === 'rating.given' ? 'ratings' : 'queue';
  unit.signals.set(kind, Math.max(unit.signals.get(kind) ?? event.at, event.at));
}

function foldTicketEvent(
  unit: UnitState,
  event: TicketEvent,
  maxServiceMinutes: MaxServiceMinutes,
  change: Change,
): void {
  const id = event.data.ticket;
  const held = unit.tickets.get(id);
  const facts = withFact(held?.facts ?? [], ticketFact(event));
  const ticket = foldTicket(facts);
  unit.tickets.set(id, { facts, ticket });
  change.tickets.push(id);
  if (held)
    change.shifts.push(...ticketContributions(held.ticket, unit.zone, maxServiceMinutes).map(shift(-1)));
  change.shifts.push(...ticketContributions(ticket, unit.zone, maxServiceMinutes).map(shift(1)));
}

const ratingsOf = (unit: UnitState, tickets: ReadonlySet<string>): RatingEntry[] =>
  tickets.size === 0
    ? []
    : [...unit.ratings.values()].filter(({ rating }) => rating.ticket !== null && tickets.has(rating.ticket));

// S1: of several events with one rating id the first by (time, source, id) counts; the others are repeats, to correct.
function foldRating(unit: UnitState, event: RatingEvent, seq: number, change: Change): void {
  const next = ratingOf(event);
  const held = unit.ratings.get(next.rating);
  const wins = !held || compareFacts(next, held.rating) < 0;
  const touched = new Set(
    [held?.rating.ticket, wins ? next.ticket : null].filter((ticket) => ticket != null),
  );
  const before = ratingsOf(unit, touched);
  if (held && !before.includes(held)) before.push(held);
  change.shifts.push(
    ...before.map((entry) => shift(-1)(ratingContribution(entry.rating, entry.second, unit.zone))),
  );
  const entry: RatingEntry = wins
    ? { rating: next, second: false, repeats: held ? held.repeats + 1 : 0, seq }
    : { ...held, repeats: held.repeats + 1 };
  unit.ratings.set(next.rating, entry);

  const affected = new Map(before.map((known) => [known.rating.rating, known]));
  affected.set(next.rating, entry);
  for (const ticket of touched) {
    const siblings = ratingsOf(unit, new Set([ticket]));
    const late = seconds(siblings.map((known) => known.rating));
    for (const sibling of siblings) sibling.second = late.has(sibling.rating.rating);
  }
  if (entry.rating.ticket === null) entry.second = false;
  for (const id of affected.keys()) {
    const known = unit.ratings.get(id);
    if (!known) continue;
    change.ratings.push(id);
    change.shifts.push(shift(1)(ratingContribution(known.rating, known.second, unit.zone)));
  }
}

export const halfHourKey = (part: { day: string; halfHour: number; service: string }): string =>
  `${part.day}/${part.halfHour}/${part.service}`;
export const dayKey = (part: { day: string; service: string }): string => `${part.day}/${part.service}`;
export const monthKey = (part: { day: string; service: string }): string =>
  `${monthOf(part.day)}/${part.service}`;
