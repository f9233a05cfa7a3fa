import type { Contribution } from './rollup.ts';
import { isOpen, type Serving, type Ticket } from './ticket.ts';
import { histogramOf } from './wait-histogram.ts';
import { localMoment } from './zoned-time.ts';

const SUSPECT_BELOW_SECONDS = 10;

/** Lengths are floored to whole seconds; a call before the wait's start (clock skew, early appointment) is a wait of 0. */
export const waitSeconds = (ticket: Ticket): number | null =>
  ticket.firstCallAt === null ? null : secondsBetween(ticket.waitStartAt, ticket.firstCallAt);

const secondsBetween = (fromAt: number, toAt: number): number =>
  Math.max(0, Math.floor((toAt - fromAt) / 1000));

/** Serving time of a stretch that is over, holds taken out; null while it runs. */
export const servingSeconds = (serving: Serving): number | null =>
  serving.toAt === null
    ? null
    : Math.max(0, Math.floor((serving.toAt - serving.fromAt - serving.heldMs) / 1000));

/** Q7: serving times that cannot be believed are kept out of means and percentiles and shown as n. */
const isSuspect = (seconds: number, maxServiceMinutes: number): boolean =>
  seconds < SUSPECT_BELOW_SECONDS || seconds > maxServiceMinutes * 60;

/** The service day of a ticket: the local date its wait starts. */
export const serviceDay = (ticket: Ticket, zone: string): string => localMoment(zone, ticket.waitStartAt).day;

/**
 * Everything a ticket adds to the rollups of its unit. The service-day columns stand in the cell of the wait's start,
 * the `…Then` columns in the cell of the moment. `maxServiceMinutes` is the setting in force on a service's day.
 */
export function ticketContributions(
  ticket: Ticket,
  zone: string,
  maxServiceMinutes: (service: string, day: string) => number,
): Contribution[] {
  const start = localMoment(zone, ticket.waitStartAt);
  const own = (add: Contribution['add'], service = ticket.issuedService): Contribution => ({
    ...start,
    service,
    add,
  });
  if (ticket.pending) return [own({ pending: 1 })];

  const seconds = waitSeconds(ticket);
  const open = isOpen(ticket);
  const called = seconds !== null;
  const left =
    ticket.state === 'left' && ticket.endedAt !== null
      ? secondsBetween(ticket.waitStartAt, ticket.endedAt)
      : null;
  const parts: Contribution[] = [
    own({
      issued: 1,
      ...(called && { called: 1, waitSum: seconds, waitMax: seconds, waitBins: histogramOf(seconds) }),
      ...(ticket.state === 'finished' && { finished: 1 }),
      ...(ticket.state === 'no_show' && { noShow: 1 }),
      ...(left !== null && { left: 1, leftBins: histogramOf(left) }),
      ...(open && (called ? { openCalled: 1 } : { openUncalled: 1 })),
      ...(ticket.outcome === 'nothing' && { leftWithNothing: 1 }),
      ...(ticket.clock && { clock: 1 }),
    }),
  ];
  for (const serving of ticket.servings) {
    const served = servingSeconds(serving);
    if (served === null) continue;
    const suspect = isSuspect(served, maxServiceMinutes(serving.service, start.day));
    parts.push(
      own(
        suspect ? { suspect: 1 } : { serviceN: 1, serviceSum: served, serviceBins: histogramOf(served) },
        serving.service,
      ),
    );
  }
  const then = (at: number, add: Contribution['add']): void => {
    parts.push({ ...localMoment(zone, at), service: ticket.issuedService, add });
  };
  if (ticket.firstCallAt !== null) then(ticket.firstCallAt, { calledThen: 1 });
  if (ticket.endedAt !== null) {
    if (ticket.state === 'finished') then(ticket.endedAt, { finishedThen: 1 });
    if (ticket.state === 'left') then(ticket.endedAt, { leftThen: 1 });
    if (ticket.firstCallAt === null) then(ticket.endedAt, { endedUncalledThen: 1 });
  }
  return parts;
}
