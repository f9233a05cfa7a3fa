import type { Line } from '../domain/estimate/line.ts';
import { estimateOf, lineToday, newcomer } from '../domain/estimate/today.ts';
import type { Coverage, UnitWaits } from '../domain/estimate/unit-waits.ts';
import { unservedRisk } from '../domain/estimate/unserved-risk.ts';
import { streamInside } from '../domain/rating-stream.ts';
import { servicesOf } from '../domain/settings.ts';
import { quietSources, silentFrom } from '../domain/silence.ts';
import type { Tree } from '../domain/tree.ts';
import type { LiveTicket, UnitReading, UnitSettings } from '../domain/unit-reading.ts';
import type { CounterEntry, RatingEntry, UnitState } from '../domain/unit-state.ts';
import { localDay } from '../domain/zoned-time.ts';
import type {
  AlertMark,
  Count,
  CounterState,
  NoteLine,
  ServiceState,
  UnitBoard,
  UnitTotals,
  WaitingTicket,
} from './board.ts';
import { targetsOf, unitHeader } from './board-header.ts';
import { countersOf, halfHoursOf, pieceOf, totalsOf } from './board-totals.ts';

/** Ratings of the unit's current day. */
export const ratingsToday = (unit: UnitState, day: string): RatingEntry[] =>
  [...unit.ratings.values()].filter(({ rating }) => localDay(unit.zone, rating.at) === day);

/** The board of a unit: a view of its reading and of the tree. Null when the tree has no such unit. */
export function unitBoard(
  tree: Tree,
  unit: UnitState,
  reading: UnitReading,
  settings: UnitSettings,
  mark: AlertMark | null,
): UnitBoard | null {
  const header = unitHeader(tree, unit.code, reading.day);
  if (!header) return null;
  const { waits } = settings;
  const line = waits && lineToday(unit, reading.day, reading.at);
  const heardAt = unit.signals.get('queue') ?? null;
  const quiet = quietSources(unit, settings);
  return {
    header,
    totals: {
      ...totalsOf(pieceOf(unit, reading)),
      queueHeardAt: heardAt,
      silentFrom:
        settings.queue === 'machine'
          ? silentFrom(heardAt, settings.spans, settings.usualGaps.queue ?? null)
          : null,
      ...(Object.keys(quiet).length > 0 && { quiet }),
      estimatesHeld: heldOf(settings),
      unserved: waits && line && unservedRisk(waits, line, settings.spans, reading.at),
    },
    targets: targetsOf(tree, unit.code, reading.day),
    services: servicesPart(tree, unit, reading, waits, line),
    counters: countersPart(unit, reading),
    tickets: Object.fromEntries(reading.waiting.map(ticketLine)),
    halfHours: halfHoursOf(reading.byHalfHour),
    ratings: Object.fromEntries(
      streamInside(unit.code, ratingsToday(unit, reading.day), settings.spans, reading.at),
    ),
    notes: notesOf(unit, reading.day),
    alerts: mark ? { [unit.code]: mark } : {},
  };
}

const ticketLine = ({ id, ticket }: LiveTicket): [string, WaitingTicket] => [
  id,
  {
    number: ticket.number ?? id,
    service: ticket.service,
    since: ticket.waitingSinceAt,
    toCounter: ticket.toCounter,
    held: ticket.state === 'held',
  },
];

const countOf = (coverage: Coverage | undefined): Count | null =>
  coverage && coverage.of > 0 ? [coverage.held, coverage.of] : null;

function heldOf({ waits }: UnitSettings): UnitTotals['estimatesHeld'] {
  const held = countOf(waits?.checked?.all);
  return held && waits?.checked ? { day: waits.checked.day, held } : null;
}

function servicesPart(
  tree: Tree,
  unit: UnitState,
  reading: UnitReading,
  waits: UnitWaits | null,
  line: Line | null,
): Record<string, ServiceState> {
  const defined = servicesOf(tree, unit.code, reading.day);
  const gauges = new Map(reading.gauges.map(([service, waiting, at]) => [service, { waiting, at }]));
  const used = [...reading.byService]
    .filter(([service, cell]) => service !== '' && cell.issued > 0)
    .map(([service]) => service);
  const codes = new Set([
    ...defined.keys(),
    ...used,
    ...gauges.keys(),
    ...reading.waiting.map(({ ticket }) => ticket.service),
  ]);
  const counters = [...unit.counters.values()];
  const services: Record<string, ServiceState> = {};
  for (const service of [...codes].sort()) {
    const waiting = reading.waiting.filter(({ ticket }) => ticket.service === service);
    const gauge = gauges.get(service);
    const issuing = unit.issuing.get(service);
    const range =
      waits && line && !gauge && !issuing?.stopped
        ? estimateOf(waits, line, newcomer(service, reading.at))
        : null;
    services[service] = {
      name: defined.get(service)?.name ?? service,
      nameEn: defined.get(service)?.nameEn ?? null,
      waiting: waiting.length + (gauge?.waiting ?? 0),
      since: waiting.length > 0 ? Math.min(...waiting.map(({ ticket }) => ticket.waitingSinceAt)) : null,
      openCounters:
        openFor(counters, service) ?? (gauge ? (unit.gauges.get(service)?.openCounters ?? null) : null),
      stoppedSince: issuing?.stopped ? issuing.at : null,
      gaugeAt: gauge?.at ?? null,
      currentNumber: gauge ? (unit.gauges.get(service)?.currentNumber ?? null) : null,
      estimate: range && { lowSec: range.lowSec, highSec: range.highSec },
      estimatesHeld: countOf(waits?.checked?.services.get(service)),
    };
  }
  return services;
}

// A counter that names no services serves all of them.
function openFor(counters: readonly CounterEntry[], service: string): number | null {
  if (counters.length === 0) return null;
  return counters.filter(
    ({ state, services }) => state === 'open' && (services.length === 0 || services.includes(service)),
  ).length;
}

function countersPart(unit: UnitState, reading: UnitReading): Record<string, CounterState> {
  const at = new Map<string | null, LiveTicket>(reading.atCounter.map((live) => [live.ticket.counter, live]));
  const counters: Record<string, CounterState> = {};
  for (const [counter, entry] of [...countersOf(unit, reading)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const ticket = at.get(counter)?.ticket;
    counters[counter] = {
      state: entry?.state ?? 'unknown',
      since: entry?.at ?? null,
      services: entry?.services ?? [],
      serving: ticket
        ? {
            number: ticket.number,
            service: ticket.service,
            state: ticket.state === 'serving' ? 'serving' : 'called',
            since: ticket.servings.at(-1)?.fromAt ?? ticket.lastCallAt ?? reading.at,
          }
        : null,
    };
  }
  return counters;
}

/** Notes that touch the day. */
export function notesOf(unit: UnitState, day: string): Record<string, NoteLine> {
  const notes: Record<string, NoteLine> = {};
  for (const [seq, note] of unit.notes) {
    if (
      localDay(unit.zone, note.fromAt) <= day &&
      (note.toAt === null ? localDay(unit.zone, note.fromAt) === day : localDay(unit.zone, note.toAt) >= day)
    ) {
      notes[seq] = { unit: unit.code, ...note };
    }
  }
  return notes;
}
