import type { Opening } from './calendar/working-time.ts';
import { serviceDay } from './contribution.ts';
import { type DossierReading, readDossiers } from './dossier/dossier-reading.ts';
import { turnsQuiet } from './estimate/today.ts';
import type { UnitWaits } from './estimate/unit-waits.ts';
import { minuteAfter } from './estimate/unserved-risk.ts';
import { heldOrMade } from './held-or-made.ts';
import { addToCell, type Cell, emptyCell, mergeCells } from './rollup.ts';
import { longerFrom, withinOf } from './service-level.ts';
import type { Span } from './settings.ts';
import type { UsualGaps } from './silence.ts';
import { isAtCounter, isWaiting, type Ticket } from './ticket.ts';
import type { TicketEntry, UnitState } from './unit-state.ts';
import { addDays, endOfDay, localDay, monthOf } from './zoned-time.ts';

/** What a unit's settings say on the day of reading. */
export type UnitSettings = {
  queue: 'machine' | 'paper' | 'none';
  spans: Span[] | null;
  withinSeconds: (service: string) => number;
  usualGaps: UsualGaps;
  /** What waits are estimated by; null: nothing is known yet. */
  waits: UnitWaits | null;
  /** When the unit is open: what the next working hours are. */
  opening: Opening;
};

export type LiveTicket = { id: string; ticket: Ticket };

/**
 * A unit read at an instant: the fold of its events plus that instant, and nothing else. Both boards (its own and its
 * row above) are views of this, which is why they show the same numbers.
 */
export type UnitReading = {
  at: number;
  day: string;
  /** Cells of today by half hour, services pooled; and by service, half hours pooled. */
  byHalfHour: Map<number, Cell>;
  byService: Map<string, Cell>;
  today: Cell;
  month: Cell;
  within: [n: number, of: number];
  waiting: LiveTicket[];
  atCounter: LiveTicket[];
  /** Gauges of today that speak for services without tickets. */
  gauges: [service: string, waiting: number, at: number][];
  /** Null: nothing ever told how many wait. */
  waitingCount: number | null;
  waitingSince: number | null;
  /** Null: nothing was ever told of dossiers. */
  dossiers: DossierReading | null;
  /** The next instant at which time alone changes this reading. */
  nextChangeAt: number;
};

export function readUnit(unit: UnitState, settings: UnitSettings, at: number): UnitReading {
  const day = localDay(unit.zone, at);
  const byHalfHour = new Map<number, Cell>();
  const byService = new Map<string, Cell>();
  for (const [key, cell] of unit.halfHours) {
    if (!key.startsWith(day)) continue;
    const slash = key.indexOf('/', 11);
    const halfHour = Number(key.slice(11, slash));
    const service = key.slice(slash + 1);
    addToCell(heldOrMade(byHalfHour, halfHour, emptyCell), cell);
    addToCell(heldOrMade(byService, service, emptyCell), cell);
  }
  const { waiting, atCounter } = liveTickets(unit, day, at);
  const gauges = [...unit.gauges]
    .filter(
      ([service, gauge]) =>
        localDay(unit.zone, gauge.at) === day && (byService.get(service)?.issued ?? 0) === 0,
    )
    .map(([service, gauge]): [string, number, number] => [service, gauge.waiting, gauge.at]);

  const within: [number, number] = [0, 0];
  for (const [service, cell] of byService) {
    const seconds = settings.withinSeconds(service);
    const longer = waiting.filter(
      ({ ticket }) =>
        ticket.issuedService === service &&
        ticket.firstCallAt === null &&
        longerFrom(ticket.waitStartAt, seconds) <= at,
    ).length;
    const [n, of] = withinOf(cell, seconds, longer);
    within[0] += n;
    within[1] += of;
  }
  const month = mergeCells(
    [...unit.months].filter(([key]) => key.startsWith(monthOf(day))).map(([, cell]) => cell),
  );
  const dossiers = unit.signals.has('dossiers') ? readDossiers(unit.dossiers, settings.opening, at) : null;
  const heard = unit.signals.has('queue');
  const since = waiting.reduce(
    (least, { ticket }) => Math.min(least, ticket.waitingSinceAt),
    Number.POSITIVE_INFINITY,
  );
  return {
    at,
    day,
    byHalfHour,
    byService,
    today: mergeCells([...byHalfHour.values()]),
    month,
    within,
    waiting,
    atCounter,
    gauges,
    waitingCount:
      settings.queue === 'none' || !heard ? null : waiting.length + gauges.reduce((sum, [, n]) => sum + n, 0),
    waitingSince: Number.isFinite(since) ? since : null,
    dossiers,
    nextChangeAt: Math.min(
      nextChange(unit, settings, waiting, day, at),
      dossiers?.nextChangeAt ?? Number.POSITIVE_INFINITY,
    ),
  };
}

/**
 * B2: the live board shows tickets of the current service day, and of the day before only who is still at a counter.
 * B3: without `finished` a ticket is at its counter only while it is the latest call there.
 */
export function liveTickets(
  unit: UnitState,
  day: string,
  at: number,
): { waiting: LiveTicket[]; atCounter: LiveTicket[] } {
  const waiting: LiveTicket[] = [];
  const latest = new Map<string, Call>();
  const called: LiveTicket[] = [];
  const eve = addDays(day, -1);
  for (const [id, { ticket }] of unit.tickets) {
    const own = serviceDay(ticket, unit.zone);
    if (own !== day && own !== eve) continue;
    if (ticket.counter !== null && ticket.lastCallAt !== null) {
      const call = { at: ticket.lastCallAt, id };
      if (isLaterCall(call, latest.get(ticket.counter))) latest.set(ticket.counter, call);
    }
    if (isAtCounter(ticket)) called.push({ id, ticket });
    else if (own === day && !ticket.pending && isWaiting(ticket) && ticket.waitStartAt <= at)
      waiting.push({ id, ticket });
  }
  const atCounter = called.filter(
    ({ id, ticket }) => ticket.counter === null || id === latest.get(ticket.counter)?.id,
  );
  return { waiting, atCounter };
}

type Call = { at: number; id: string };

// Of two calls in one instant the ticket's id decides, so that one counter never serves two (L1).
const isLaterCall = (call: Call, held: Call | undefined): boolean =>
  held === undefined || call.at > held.at || (call.at === held.at && call.id > held.id);

function nextChange(
  unit: UnitState,
  settings: UnitSettings,
  waiting: readonly LiveTicket[],
  day: string,
  at: number,
): number {
  let next = endOfDay(unit.zone, day);
  const consider = (instant: number): void => {
    if (instant > at && instant < next) next = instant;
  };
  for (const { ticket } of waiting) {
    if (ticket.firstCallAt === null)
      consider(longerFrom(ticket.waitStartAt, settings.withinSeconds(ticket.issuedService)));
  }
  for (const { ticket } of unit.tickets.values()) consider(ticket.waitStartAt);
  for (const span of settings.spans ?? []) consider(span.toAt);
  if (settings.waits) {
    for (const instant of turnsQuiet(unit)) consider(instant);
    if (waiting.length > 0) consider(minuteAfter(at));
  }
  return next;
}

/** Whether an entry can still appear on a live board at this instant; others may leave memory once they are stored. */
export const isLive = (entry: TicketEntry, zone: string, today: string): boolean =>
  serviceDay(entry.ticket, zone) >= addDays(today, -1);
