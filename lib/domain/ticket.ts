import type { TicketFact } from './ticket-fact.ts';

export type TicketState = 'waiting' | 'called' | 'serving' | 'held' | 'no_show' | 'left' | 'finished';

/** One stretch of service at one counter; `heldMs` of it the ticket was on hold. `toAt` null: not over. */
export type Serving = {
  service: string;
  counter: string | null;
  officer: string | null;
  fromAt: number;
  toAt: number | null;
  heldMs: number;
};

/** What a ticket's facts mean together. Instants are epoch ms; null is "did not happen". */
export type Ticket = {
  pending: boolean;
  number: string | null;
  issuedService: string;
  service: string;
  toCounter: string | null;
  purpose: string | null;
  priority: string | null;
  state: TicketState;
  heldFrom: TicketState | null;
  waitStartAt: number;
  waitingSinceAt: number;
  firstCallAt: number | null;
  clock: boolean;
  counter: string | null;
  lastCallAt: number | null;
  endedAt: number | null;
  outcome: string | null;
  servings: Serving[];
  ignored: { kind: string; reason: string }[];
};

const ACTIVE: ReadonlySet<TicketState> = new Set(['waiting', 'called', 'serving', 'held']);

/** T2: the wait starts at the latest of issue, check-in and appointment, wherever they stand among the facts. */
function blank(facts: readonly TicketFact[]): Ticket {
  const issued = facts.find((fact) => fact.kind === 'issued');
  const arrived = facts.find((fact) => fact.kind === 'arrived');
  const first = facts[0];
  const waitStartAt = Math.max(issued?.at ?? first?.at ?? 0, arrived?.at ?? 0, issued?.appointmentAt ?? 0);
  const service = issued?.service ?? '';
  return {
    pending: issued === undefined,
    number: issued?.number ?? null,
    issuedService: service,
    service,
    toCounter: null,
    purpose: issued?.purpose ?? null,
    priority: issued?.priority ?? null,
    state: 'waiting',
    heldFrom: null,
    waitStartAt,
    waitingSinceAt: waitStartAt,
    firstCallAt: null,
    clock: false,
    counter: null,
    lastCallAt: null,
    endedAt: null,
    outcome: null,
    servings: [],
    ignored: [],
  };
}

/** T3: the meaning of a ticket is a function of the set of its facts. `facts` must be sorted (`withFact` keeps them so). */
export function foldTicket(facts: readonly TicketFact[]): Ticket {
  const ticket = blank(facts);
  let heldAt = 0;
  let issuedAt: number | null = null;
  const open = (): Serving | undefined => {
    const last = ticket.servings.at(-1);
    return last?.toAt === null ? last : undefined;
  };
  const release = (at: number): void => {
    const serving = open();
    if (ticket.state === 'held' && serving) serving.heldMs += at - heldAt;
  };
  const close = (at: number): void => {
    release(at);
    const serving = open();
    if (serving) serving.toAt = at;
  };
  // Without `started`, service runs from the last call: a call opens the stretch, a later call or start moves it.
  const begin = (fact: TicketFact): void => {
    const last = open();
    const onlyCalled = ticket.state === 'called' || ticket.heldFrom === 'called';
    if (last && onlyCalled) ticket.servings.pop();
    else if (last) close(fact.at);
    const counter = fact.counter ?? ticket.counter;
    ticket.servings.push({
      service: ticket.service,
      counter,
      officer: fact.officer ?? last?.officer ?? null,
      fromAt: fact.at,
      toAt: null,
      heldMs: 0,
    });
    ticket.counter = counter;
    ticket.firstCallAt ??= fact.at;
    ticket.heldFrom = null;
    ticket.endedAt = null;
  };
  const end = (state: TicketState, fact: TicketFact, outcome: string | null): void => {
    close(fact.at);
    ticket.counter = fact.counter ?? ticket.counter;
    ticket.state = state;
    ticket.endedAt = fact.at;
    ticket.outcome = outcome;
  };
  for (const fact of facts) {
    const reason = step(fact);
    if (reason) ticket.ignored.push({ kind: fact.kind, reason });
  }
  ticket.clock = ticket.firstCallAt !== null && issuedAt !== null && ticket.firstCallAt < issuedAt;
  return ticket;

  function step(fact: TicketFact): string | null {
    const { state } = ticket;
    // An issue that the clock put after the end still says when the wait began.
    if (fact.kind === 'issued' && issuedAt === null) {
      issuedAt = fact.at;
      return null;
    }
    if (state === 'finished' || state === 'left') return 'after_end';
    if (state === 'no_show' && fact.kind !== 'called') return 'after_no_show';
    switch (fact.kind) {
      case 'issued':
        return 'second_issue';
      case 'arrived':
        return null;
      case 'called':
        if (state === 'serving' && fact.counter === ticket.counter) return 'already_serving';
        begin(fact);
        ticket.lastCallAt = fact.at;
        ticket.state = 'called';
        return null;
      case 'started':
        if (state === 'serving' && (fact.counter === undefined || fact.counter === ticket.counter))
          return 'already_serving';
        begin(fact);
        ticket.lastCallAt ??= fact.at;
        ticket.state = 'serving';
        return null;
      case 'held':
        if (state === 'held') return 'already_held';
        ticket.heldFrom = state;
        ticket.state = 'held';
        heldAt = fact.at;
        return null;
      case 'resumed':
        if (state !== 'held') return 'not_held';
        release(fact.at);
        ticket.state = ticket.heldFrom ?? 'waiting';
        ticket.heldFrom = null;
        return null;
      case 'transferred':
        close(fact.at);
        ticket.state = 'waiting';
        ticket.heldFrom = null;
        ticket.service = fact.toService ?? ticket.service;
        ticket.toCounter = fact.toCounter ?? null;
        ticket.counter = null;
        ticket.waitingSinceAt = fact.at;
        return null;
      case 'no_show':
        if (state === 'serving') return 'already_serving';
        // Called and absent: the stretch that the call opened was no service. What was served before a hold was.
        if (open() && ticket.heldFrom !== 'serving') ticket.servings.pop();
        ticket.firstCallAt ??= fact.at;
        end('no_show', fact, null);
        return null;
      case 'left':
        if (ticket.lastCallAt === null) end('left', fact, null);
        else end('finished', fact, 'nothing');
        return null;
      case 'finished':
        end('finished', fact, fact.outcome ?? null);
        return null;
    }
  }
}

/** Held before its first call counts as waiting (4-measures); after a call it does not. */
export function isWaiting(ticket: Ticket): boolean {
  return (
    ticket.state === 'waiting' ||
    (ticket.state === 'held' && ticket.heldFrom === 'waiting' && ticket.firstCallAt === null)
  );
}

/** Called or in service, not over: it stands at its counter. */
export const isAtCounter = (ticket: Ticket): boolean =>
  ticket.state === 'called' || ticket.state === 'serving';

export const isOpen = (ticket: Ticket): boolean => ACTIVE.has(ticket.state);
