import type { CellPlace } from './apply-shifts.ts';
import { waitSeconds } from './contribution.ts';
import { dayKey, halfHourKey, monthKey, type UnitState } from './unit-state.ts';
import { localMoment } from './zoned-time.ts';

const KEY_OF = { halfHours: halfHourKey, days: dayKey, months: monthKey };

/** R1: where a cell's longest wait was taken away, the tickets say which is the longest now; all of them must be there. */
export function findLongestAgain(unit: UnitState, { grain, key }: CellPlace): void {
  const cell = unit[grain].get(key);
  if (!cell) return;
  cell.waitMax = null;
  for (const { ticket } of unit.tickets.values()) {
    const part = { ...localMoment(unit.zone, ticket.waitStartAt), service: ticket.issuedService };
    const seconds = waitSeconds(ticket);
    if (ticket.pending || KEY_OF[grain](part) !== key || seconds === null) continue;
    if (cell.waitMax === null || seconds > cell.waitMax) cell.waitMax = seconds;
  }
}
