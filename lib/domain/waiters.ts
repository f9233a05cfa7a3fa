import type { AtMoment } from './measures.ts';
import { longerFrom } from './service-level.ts';
import { isWaiting, type Ticket } from './ticket.ts';
import { type LocalMoment, localMoment } from './zoned-time.ts';

/** A ticket that waits at the moment of reading. `issuedService` is where its wait counts, `service` where it stands. */
export type Waiter = LocalMoment & {
  issuedService: string;
  service: string;
  toCounter: string | null;
  waitStartAt: number;
  uncalled: boolean;
};

/** Q2: who waits at `at`: in the service day of `at` only (B2), once the wait has begun. Null: this ticket does not. */
export function waiterOf(ticket: Ticket, zone: string, at: number): Waiter | null {
  if (ticket.pending || !isWaiting(ticket) || ticket.waitStartAt > at) return null;
  const start = localMoment(zone, ticket.waitStartAt);
  if (start.day !== localMoment(zone, at).day) return null;
  const { issuedService, service, toCounter, waitStartAt } = ticket;
  return { ...start, issuedService, service, toCounter, waitStartAt, uncalled: ticket.firstCallAt === null };
}

/** Q5: how many of them are uncalled and have waited more than `seconds` at `at`. */
export const waitingLonger = (waiters: readonly Waiter[], seconds: number, at: number): number =>
  waiters.filter((waiter) => waiter.uncalled && longerFrom(waiter.waitStartAt, seconds) <= at).length;

/**
 * The part of the measures that depends on the moment. One waits at the service where one stands, and counts in the
 * wait of the service one came for. `uncalledBefore`: tickets of ended days that nobody called, misses for every X.
 */
export const momentOf = (
  waiters: readonly Waiter[],
  uncalledBefore: number,
  at: number,
  service: string | null,
): AtMoment => ({
  waiting: waiters.filter((waiter) => service === null || waiter.service === service).length,
  waitingLonger: (seconds) =>
    uncalledBefore +
    waitingLonger(
      waiters.filter((waiter) => service === null || waiter.issuedService === service),
      seconds,
      at,
    ),
});
