import { liveTickets } from './unit-reading.ts';
import type { UnitState } from './unit-state.ts';
import { localDay } from './zoned-time.ts';

/** A counter that calls; no services: it serves all. */
export type Caller = { counter: string; services: readonly string[] };

/** Somebody who can be called now. `favoured`: of a priority group, or with an appointment whose time has come. */
export type Candidate = {
  ticket: string;
  number: string | null;
  service: string;
  toCounter: string | null;
  waitStartAt: number;
  favoured: boolean;
};

/** NT1: who could be called at an instant: waiting, not on hold, the wait begun. */
export function candidatesOf(unit: UnitState, at: number): Candidate[] {
  return liveTickets(unit, localDay(unit.zone, at), at).waiting.flatMap(({ id, ticket }) =>
    ticket.state === 'waiting'
      ? {
          ticket: id,
          number: ticket.number,
          service: ticket.service,
          toCounter: ticket.toCounter,
          waitStartAt: ticket.waitStartAt,
          favoured: isFavoured(unit, id),
        }
      : [],
  );
}

/** NT2: of a priority group, or booked. */
export function isFavoured(unit: UnitState, ticket: string): boolean {
  const issued = unit.tickets.get(ticket)?.facts.find(({ kind }) => kind === 'issued');
  return issued?.priority !== undefined || issued?.appointmentAt !== undefined;
}

/** NT1: a ticket that was sent to one counter is that counter's alone; any other is of those that serve its service. */
export const mayCall = ({ counter, services }: Caller, { service, toCounter }: Candidate): boolean =>
  toCounter === null ? services.length === 0 || services.includes(service) : toCounter === counter;

/** Whether each ticket that a counter called on the local day of `at` was favoured, the latest call first. */
export function callsOf(unit: UnitState, counter: string, at: number): boolean[] {
  const day = localDay(unit.zone, at);
  const calls: { ticket: string; at: number }[] = [];
  for (const [ticket, { facts }] of unit.tickets) {
    const last = facts.findLast((fact) => fact.kind === 'called' && fact.counter === counter);
    if (last && localDay(unit.zone, last.at) === day) calls.push({ ticket, at: last.at });
  }
  return calls
    .sort((a, b) => b.at - a.at || (a.ticket < b.ticket ? 1 : -1))
    .map(({ ticket }) => isFavoured(unit, ticket));
}

const first = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.reduce<Candidate | null>(
    (least, one) => (least === null || compareWaits(one, least) < 0 ? one : least),
    null,
  );

// Of two waits that began in one instant the ticket's code decides, so that the choice is a function of the set.
const compareWaits = (a: Candidate, b: Candidate): number =>
  a.waitStartAt - b.waitStartAt || (a.ticket < b.ticket ? -1 : 1);

/**
 * NT3: whom a counter calls next: two lines, each by the start of its wait. The favoured line goes first unless one of it
 * was among the last `every` calls of this counter; where one line is empty the other is called. Null: nobody waits.
 */
export function nextTicket(
  candidates: readonly Candidate[],
  caller: Caller,
  every: number,
  calls: readonly boolean[],
): Candidate | null {
  const fitting = candidates.filter((one) => mayCall(caller, one));
  const favoured = first(fitting.filter((one) => one.favoured));
  const ordinary = first(fitting.filter((one) => !one.favoured));
  if (!favoured || !ordinary) return favoured ?? ordinary;
  return calls.slice(0, every).some(Boolean) ? ordinary : favoured;
}
