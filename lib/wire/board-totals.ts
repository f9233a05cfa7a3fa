import type { DossierReading } from '../domain/dossier/dossier-reading.ts';
import type { Cell } from '../domain/rollup.ts';
import { responseIn, satisfiedIn } from '../domain/satisfaction.ts';
import { isLive, type UnitReading } from '../domain/unit-reading.ts';
import type { CounterEntry, UnitState } from '../domain/unit-state.ts';
import { percentile } from '../domain/wait-histogram.ts';
import type { DossierTotals, HalfHour, Totals } from './board.ts';

/**
 * Counters of a unit: those that told their state, and those that calls of today and the day before have named. Older
 * tickets may still be in memory or not, so they must not count.
 */
export function countersOf(unit: UnitState, reading: UnitReading): Map<string, CounterEntry | null> {
  const counters = new Map<string, CounterEntry | null>(unit.counters);
  for (const entry of unit.tickets.values()) {
    const { counter, waitStartAt } = entry.ticket;
    if (counter === null || counters.has(counter) || waitStartAt > reading.at) continue;
    if (isLive(entry, unit.zone, reading.day)) counters.set(counter, null);
  }
  return counters;
}

/** Open counters of all; a counter that never told its state counts as open while somebody is at it. */
export function openCounters(
  unit: UnitState,
  reading: UnitReading,
): [open: number | null, all: number | null] {
  const counters = countersOf(unit, reading);
  if (counters.size === 0) return [null, null];
  const busy = new Set(reading.atCounter.map(({ ticket }) => ticket.counter));
  let open = 0;
  for (const [counter, entry] of counters) if (entry ? entry.state === 'open' : busy.has(counter)) open += 1;
  return [open, counters.size];
}

function lastEventAt(unit: UnitState): number | null {
  const signals = [...unit.signals.values()];
  return signals.length > 0 ? Math.max(...signals) : null;
}

/** What the charts of half hours are made of: five counts of a cell. */
export const HALF_HOUR_COLUMNS = [
  'issued',
  'calledThen',
  'finishedThen',
  'leftThen',
  'endedUncalledThen',
] as const;
export type HalfHourCell = Pick<Cell, (typeof HALF_HOUR_COLUMNS)[number]>;

export const halfHourOf = (cell: HalfHourCell): HalfHour => ({
  arrived: cell.issued,
  called: cell.calledThen,
  finished: cell.finishedThen,
  left: cell.leftThen,
});

/** Half hours in which something happened, keyed by their number 0–47. */
export function halfHoursOf(byHalfHour: ReadonlyMap<number, HalfHourCell>): Record<string, HalfHour> {
  const halfHours: Record<string, HalfHour> = {};
  for (const [number, cell] of [...byHalfHour].sort(([a], [b]) => a - b)) {
    const counts = halfHourOf(cell);
    if (counts.arrived + counts.called + counts.finished + counts.left > 0) halfHours[number] = counts;
  }
  return halfHours;
}

/** What one or many units add up to: the pieces pool by sums, so a city is the sum of its cases. */
export type Piece = {
  today: Cell;
  satisfiedMonth: readonly [number, number];
  within: readonly [number, number];
  waiting: number | null;
  waitingSince: number | null;
  counters: readonly [number | null, number | null];
  lastEventAt: number | null;
  dossiers: DossierTotals | null;
};

export const pieceOf = (unit: UnitState, reading: UnitReading): Piece => ({
  today: reading.today,
  satisfiedMonth: satisfiedIn(reading.month),
  within: reading.within,
  waiting: reading.waitingCount,
  waitingSince: reading.waitingSince,
  counters: openCounters(unit, reading),
  lastEventAt: lastEventAt(unit),
  dossiers: dossierTotals(reading.dossiers),
});

function dossierTotals(reading: DossierReading | null): DossierTotals | null {
  if (!reading) return null;
  const { nextChangeAt: _, ...totals } = reading;
  return totals;
}

/** Pools dossiers of units; what no unit tells stays unknown. */
export function poolDossiers(totals: readonly (DossierTotals | null)[]): DossierTotals | null {
  let pooled: DossierTotals | null = null;
  for (const one of totals) {
    if (!one) continue;
    if (!pooled) {
      pooled = { ...one, onTimeMonth: [...one.onTimeMonth] };
      continue;
    }
    for (const count of DOSSIER_COUNTS) pooled[count] += one[count];
    if (one.notCollected !== null) pooled.notCollected = (pooled.notCollected ?? 0) + one.notCollected;
    pooled.onTimeMonth[0] += one.onTimeMonth[0];
    pooled.onTimeMonth[1] += one.onTimeMonth[1];
  }
  return pooled;
}

const DOSSIER_COUNTS = [
  'open',
  'overdue',
  'dueToday',
  'dueSoon',
  'awaitingSupplement',
  'unaccepted',
  'settledToday',
] as const;

export function totalsOf(piece: Piece): Totals {
  const { today } = piece;
  return {
    waiting: piece.waiting,
    waitingSince: piece.waitingSince,
    openCounters: piece.counters[0],
    counters: piece.counters[1],
    issued: today.issued,
    called: today.called,
    finished: today.finished,
    noShow: today.noShow,
    left: today.left,
    within: [...piece.within],
    p50Sec: percentile(today.waitBins, 0.5, today.waitMax),
    satisfiedToday: satisfiedIn(today),
    satisfiedMonth: [...piece.satisfiedMonth],
    response: responseIn(today),
    lastEventAt: piece.lastEventAt,
    dossiers: piece.dossiers,
  };
}
