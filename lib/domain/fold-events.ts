import { type Nets, shiftNets } from './apply-shifts.ts';
import { ticketContributions } from './contribution.ts';
import type { SourceEvent } from './events/registry.ts';
import { type FactKey, isLater } from './fact-order.ts';
import { foldRatings, type ToldRating } from './fold-ratings.ts';
import { heldOrMade } from './held-or-made.ts';
import { foldTicket } from './ticket.ts';
import { isTicketEvent, type TicketFact, ticketFact, withFact } from './ticket-fact.ts';
import type { CounterEntry, MaxServiceMinutes, SignalKind, UnitState } from './unit-state.ts';

export type LoggedEvent = { event: SourceEvent; seq: number };

/** What events changed: names of the entries, and by cell what the rollups gain and lose (not yet applied to them). */
export type Change = {
  tickets: Set<string>;
  ratings: Set<string>;
  counters: Set<string>;
  queueStates: Set<string>;
  nets: Nets;
};

/**
 * Folds events into their unit; total. Order and repetition of distinct events play no part (law L1). A ticket is
 * read anew once, however many of the events are its own.
 */
export function foldEvents(
  unit: UnitState,
  logged: readonly LoggedEvent[],
  maxServiceMinutes: MaxServiceMinutes,
): Change {
  const change: Change = {
    tickets: new Set(),
    ratings: new Set(),
    counters: new Set(),
    queueStates: new Set(),
    nets: new Map(),
  };
  const facts = new Map<string, TicketFact[]>();
  const ratings: ToldRating[] = [];
  for (const { event, seq } of logged) {
    hear(unit, event);
    if (event.type === 'rating.given') ratings.push({ event, seq });
    else if (isTicketEvent(event)) heldOrMade(facts, event.data.ticket, () => []).push(ticketFact(event));
    else foldState(unit, event, seq, change);
  }
  for (const [id, told] of facts) foldFacts(unit, id, told, maxServiceMinutes, change);
  foldRatings(unit, ratings, change);
  return change;
}

/** Folds one event. */
export const foldEvent = (
  unit: UnitState,
  event: SourceEvent,
  seq: number,
  maxServiceMinutes: MaxServiceMinutes,
): Change => foldEvents(unit, [{ event, seq }], maxServiceMinutes);

/** Notes when a kind of source was last heard. A note or a letter is somebody typing, not a machine that lives. */
export function hear(unit: UnitState, event: SourceEvent): void {
  const kind = signalOf(event);
  if (kind === null) return;
  unit.signals.set(kind, Math.max(unit.signals.get(kind) ?? event.at, event.at));
}

/** The kind of source that an event is a sign of life of; null: of none. */
export function signalOf({ type }: SourceEvent): SignalKind | null {
  if (type === 'rating.given') return 'ratings';
  if (type.startsWith('dossier.')) return 'dossiers';
  return TYPED.test(type) ? null : 'queue';
}
const TYPED = /^(note|apology|alert|explanation|suggestion|inspection)\./;

function foldFacts(
  unit: UnitState,
  id: string,
  told: readonly TicketFact[],
  maxServiceMinutes: MaxServiceMinutes,
  change: Change,
): void {
  const held = unit.tickets.get(id);
  const facts = told.reduce<readonly TicketFact[]>(withFact, held?.facts ?? []);
  const ticket = foldTicket(facts);
  if (held) shiftNets(change.nets, ticketContributions(held.ticket, unit.zone, maxServiceMinutes), -1);
  shiftNets(change.nets, ticketContributions(ticket, unit.zone, maxServiceMinutes), 1);
  unit.tickets.set(id, { facts, ticket });
  change.tickets.add(id);
}

const COUNTER_STATE: Record<string, CounterEntry['state']> = {
  'counter.opened': 'open',
  'counter.paused': 'paused',
};

/** Counters, gauges and issuing: the last by (time, source, id) holds. Notes: all. */
function foldState(unit: UnitState, event: SourceEvent, seq: number, change: Change): void {
  const key: FactKey = { at: event.at, source: event.source, id: event.id };
  switch (event.type) {
    case 'counter.opened':
    case 'counter.paused':
    case 'counter.closed': {
      const { counter, officer = null, services = [] } = event.data;
      if (!isLater(key, unit.counters.get(counter))) return;
      unit.counters.set(counter, {
        ...key,
        state: COUNTER_STATE[event.type] ?? 'closed',
        officer,
        services,
      });
      change.counters.add(counter);
      return;
    }
    case 'issuing.stopped':
    case 'issuing.resumed': {
      const { service, reason = null } = event.data;
      if (!isLater(key, unit.issuing.get(service))) return;
      unit.issuing.set(service, { ...key, stopped: event.type === 'issuing.stopped', reason });
      change.queueStates.add(service);
      return;
    }
    case 'gauge.reported': {
      const { service, waiting, openCounters = null, currentNumber = null } = event.data;
      if (!isLater(key, unit.gauges.get(service))) return;
      unit.gauges.set(service, { ...key, waiting, openCounters, currentNumber });
      change.queueStates.add(service);
      return;
    }
    case 'note.added':
      unit.notes.set(seq, { fromAt: event.data.from, toAt: event.data.to ?? null, text: event.data.text });
  }
}
