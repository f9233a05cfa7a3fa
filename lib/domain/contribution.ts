import type { Contribution } from './rollup.ts';
import { isOpen, type Serving, type Ticket } from './ticket.ts';
import { histogramOf } from './wait-histogram.ts';
import { type LocalMoment, localMoment } from './zoned-time.ts';

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
export const isSuspect = (seconds: number, maxServiceMinutes: number): boolean =>
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
  const parts: Contribution[] = [];
  const put = ({ day, halfHour }: LocalMoment, service: string, add: Contribution['add']): void => {
    parts.push({ day, halfHour, service, add });
  };
  put(start, ticket.issuedService, ticket.pending ? { pending: 1 } : ownCounts(ticket));
  if (ticket.pending) return parts;

  for (const serving of ticket.servings) {
    const served = servingSeconds(serving);
    if (served === null) continue;
    const suspect = isSuspect(served, maxServiceMinutes(serving.service, start.day));
    const add = suspect
      ? { suspect: 1 }
      : { serviceN: 1, serviceSum: served, serviceBins: histogramOf(served) };
    put(start, serving.service, add);
  }
  const then = (at: number, add: Contribution['add']): void =>
    put(localMoment(zone, at), ticket.issuedService, add);
  if (ticket.firstCallAt !== null) then(ticket.firstCallAt, { calledThen: 1 });
  if (ticket.endedAt !== null) {
    if (ticket.state === 'finished') then(ticket.endedAt, { finishedThen: 1 });
    if (ticket.state === 'left') then(ticket.endedAt, { leftThen: 1 });
    if (ticket.firstCallAt === null) then(ticket.endedAt, { endedUncalledThen: 1 });
  }
  return parts;
}

/** What an issued ticket counts in the cell of its wait's start. */
function ownCounts(ticket: Ticket): Contribution['add'] {
  const add: Contribution['add'] = { issued: 1 };
  const seconds = waitSeconds(ticket);
  if (seconds !== null)
    Object.assign(add, { called: 1, waitSum: seconds, waitMax: seconds, waitBins: histogramOf(seconds) });
  if (ticket.state === 'finished') add.finished = 1;
  if (ticket.state === 'no_show') add.noShow = 1;
  if (ticket.state === 'left' && ticket.endedAt !== null)
    Object.assign(add, {
      left: 1,
      leftBins: histogramOf(secondsBetween(ticket.waitStartAt, ticket.endedAt)),
    });
  if (isOpen(ticket)) add[seconds === null ? 'openUncalled' : 'openCalled'] = 1;
  if (ticket.outcome === 'nothing') add.leftWithNothing = 1;
  if (ticket.clock) add.clock = 1;
  return add;
}
