import type { DomainEvent, SourceEvent, SourceType } from './events/registry.ts';
import { compareFacts, type FactKey, insertFact } from './fact-order.ts';

export const TICKET_KINDS = [
  'issued',
  'arrived',
  'called',
  'started',
  'held',
  'resumed',
  'transferred',
  'no_show',
  'left',
  'finished',
] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];

/** One fact of a ticket, as kept in its row: the event without what is the same for all facts of the ticket. */
export type TicketFact = FactKey & {
  kind: TicketKind;
  number?: string;
  service?: string;
  purpose?: string;
  priority?: string;
  channel?: string;
  appointmentAt?: number;
  counter?: string;
  officer?: string;
  toService?: string;
  toCounter?: string;
  outcome?: string;
};

type TicketType = Extract<SourceType, `ticket.${string}`>;
export type TicketEvent = DomainEvent<TicketType>;

export const isTicketEvent = (event: SourceEvent): event is TicketEvent => event.type.startsWith(PREFIX);
const PREFIX = 'ticket.';

const RANK = new Map<TicketKind, number>(TICKET_KINDS.map((kind, rank) => [kind, rank]));
const rankOf = (fact: TicketFact): number => RANK.get(fact.kind) ?? 0;

/** Keeps what the fold of a ticket reads; reasons and dossiers stay in the log. */
export function ticketFact(event: TicketEvent): TicketFact {
  // The type is `ticket.<kind>` for every kind by construction of the registry.
  const kind = event.type.slice(PREFIX.length) as TicketKind;
  const fact: TicketFact = { kind, at: event.at, source: event.source, id: event.id };
  const data: Readonly<Record<string, unknown>> = event.data;
  // The schemas give each of these fields the type it has in a fact.
  const said: Record<string, unknown> = fact;
  for (const field of FIELDS) if (data[field] !== undefined) said[field] = data[field];
  return fact;
}

const FIELDS = [
  'number',
  'service',
  'purpose',
  'priority',
  'channel',
  'appointmentAt',
  'counter',
  'officer',
  'toService',
  'toCounter',
  'outcome',
] as const;

/** T1: facts of a ticket in the order of their meaning: (time, rank, source, id). */
export function compareTicketFacts(a: TicketFact, b: TicketFact): number {
  return a.at - b.at || rankOf(a) - rankOf(b) || compareFacts(a, b);
}

/** Adds a fact in its place; the list stays sorted. */
export const withFact = (facts: readonly TicketFact[], fact: TicketFact): TicketFact[] =>
  insertFact(facts, fact, compareTicketFacts);
