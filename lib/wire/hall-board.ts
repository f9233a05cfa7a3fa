import type { Cell } from '../domain/rollup.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { UnitReading } from '../domain/unit-reading.ts';
import type { UnitState } from '../domain/unit-state.ts';
import { percentile } from '../domain/wait-histogram.ts';
import { localDay } from '../domain/zoned-time.ts';
import type { ServiceState, UnitBoard } from './board.ts';
import type { HallBoard, HallCall, HallMissed, HallService, WaitRange } from './wall-board.ts';
import { wallHeader, wallTotals } from './wall-parts.ts';

/** A hall has no room for more, and who missed the call long ago has asked somebody. */
const MISSED_SHOWN = 12;
/** Fewer calls than this say nothing about how long the next one takes. */
const LEAST_CALLS = 5;

/** W1: the board of a waiting hall, from an allow-list: printed numbers and counters, never whose they are. */
export function hallBoard(
  board: UnitBoard,
  hotline: string | null,
  unit: UnitState,
  reading: UnitReading,
): HallBoard {
  const { header, totals } = board;
  return {
    view: 'hall',
    header: { ...wallHeader(header), queue: header.queue, hotline },
    totals: {
      ...wallTotals(totals),
      waiting: totals.waiting,
      openCounters: totals.openCounters,
      silentFrom: totals.silentFrom,
    },
    targets: board.targets,
    services: Object.fromEntries(
      Object.entries(board.services).map(([code, service]) => [code, hallService(code, service, reading)]),
    ),
    calls: callsOf(board, reading),
    missed: missedOf(unit, reading.day),
  };
}

const collects = ({ purpose }: Ticket): boolean => purpose === 'collect';

function hallService(code: string, service: ServiceState, reading: UnitReading): HallService {
  const collecting = reading.waiting.filter(
    ({ ticket }) => ticket.service === code && collects(ticket),
  ).length;
  return {
    name: service.name,
    nameEn: service.nameEn,
    waiting: service.waiting - collecting,
    collecting,
    wait: service.estimate ? { ...service.estimate, n: null } : waitRange(reading.byService.get(code)),
    openCounters: service.openCounters,
    stoppedSince: service.stoppedSince,
  };
}

/** W4: what eight of ten of today's calls waited, without the shortest and the longest tenth; null where too few were called. */
export function waitRange(cell: Cell | undefined): WaitRange | null {
  if (!cell || cell.called < LEAST_CALLS) return null;
  const lowSec = percentile(cell.waitBins, 0.1, cell.waitMax);
  const highSec = percentile(cell.waitBins, 0.9, cell.waitMax);
  return lowSec === null || highSec === null ? null : { lowSec, highSec, n: cell.called };
}

function callsOf({ counters }: UnitBoard, reading: UnitReading): Record<string, HallCall> {
  const at = new Map(reading.atCounter.map(({ ticket }) => [ticket.counter, ticket]));
  const calls: Record<string, HallCall> = {};
  for (const [counter, { serving }] of Object.entries(counters)) {
    const ticket = at.get(counter);
    // A ticket without a printed number has only the machine's own name for it, which may be anything.
    if (!ticket || !serving || serving.number === null) continue;
    calls[counter] = {
      number: serving.number,
      at: ticket.lastCallAt ?? serving.since,
      state: serving.state,
      priority: ticket.priority !== null,
      collects: collects(ticket),
    };
  }
  return calls;
}

function missedOf(unit: UnitState, day: string): Record<string, HallMissed> {
  const missed: [string, HallMissed][] = [];
  for (const { ticket } of unit.tickets.values()) {
    const { state, endedAt, number } = ticket;
    if (state !== 'no_show' || endedAt === null || number === null) continue;
    if (localDay(unit.zone, endedAt) === day)
      missed.push([number, { at: endedAt, collects: collects(ticket) }]);
  }
  missed.sort(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1));
  return Object.fromEntries(missed.slice(-MISSED_SHOWN));
}
