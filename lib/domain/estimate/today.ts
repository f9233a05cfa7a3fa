import { serviceDay } from '../contribution.ts';
import type { UnitState } from '../unit-state.ts';
import { localDay } from '../zoned-time.ts';
import { type CounterTold, type Line, lineAt, QUIET_MS } from './line.ts';
import { loadOf } from './load.ts';
import { type Place, situationOf } from './situation.ts';
import type { UnitWaits } from './unit-waits.ts';
import { type WaitRange, waitRange } from './wait-range.ts';

/** The line of a unit on `day`, its service day at `at`. */
export function lineToday(unit: UnitState, day: string, at: number): Line {
  const tickets = [...unit.tickets]
    .filter(([, { ticket }]) => serviceDay(ticket, unit.zone) === day)
    .map(([id, { ticket }]) => [id, ticket] as const);
  const told = [...unit.counters]
    .filter(([, entry]) => localDay(unit.zone, entry.at) === day)
    .map(
      ([counter, { at: since, state, services }]): CounterTold => ({ counter, at: since, state, services }),
    );
  return lineAt(tickets, told, at);
}

/** The place of whoever comes to a service now. */
export const newcomer = (service: string, at: number): Place => ({
  id: null,
  service,
  since: at,
  priority: false,
  toCounter: null,
});

/** E6: how much longer a place waits; null: past days bear no range. */
export const estimateOf = (waits: UnitWaits, line: Line, place: Place): WaitRange | null =>
  waitRange(waits.figures, place.service, loadOf(situationOf(line, place)));

/** Instants at which a counter turns quiet, so that time alone changes who works. */
export function* turnsQuiet(unit: UnitState): Generator<number> {
  for (const { ticket } of unit.tickets.values()) {
    const last = ticket.servings.at(-1);
    if (last) yield Math.max(last.fromAt, last.toAt ?? 0) + QUIET_MS + 1;
  }
}
