import { heldOrMade } from './held-or-made.ts';
import { type Cell, emptyCell, shiftCell } from './rollup.ts';
import { dayKey, halfHourKey, monthKey, type Shift, type UnitState } from './unit-state.ts';

/** Where a cell stands: which of the unit's maps, and its key there. */
export type CellPlace = { grain: 'halfHours' | 'days' | 'months'; key: string };

type Place = { day: string; halfHour: number; service: string };

/** Everything that falls into one cell. `waits` counts how often each wait in seconds came (+) or went (−). */
type Net = Place & { add: Partial<Cell>; waits: Map<number, number> };

const emptyNet = ({ day, halfHour, service }: Place): Net => ({
  day,
  halfHour,
  service,
  add: {},
  waits: new Map(),
});

function addWait(net: Net, wait: number, n: number): void {
  net.waits.set(wait, (net.waits.get(wait) ?? 0) + n);
}

function netsOfShifts(shifts: readonly Shift[]): Map<string, Net> {
  const nets = new Map<string, Net>();
  for (const part of shifts) {
    const net = heldOrMade(nets, halfHourKey(part), () => emptyNet(part));
    shiftCell(net.add, part.add, part.sign);
    if (part.add.waitMax != null) addWait(net, part.add.waitMax, part.sign);
  }
  return nets;
}

/** The coarser grain from the finer one: a day is the sum of its half hours, a month that of its days. */
function coarser(finer: Iterable<Net>, keyOf: (place: Place) => string): Map<string, Net> {
  const nets = new Map<string, Net>();
  for (const part of finer) {
    const net = heldOrMade(nets, keyOf(part), () => emptyNet(part));
    shiftCell(net.add, part.add, 1);
    for (const [wait, n] of part.waits) addWait(net, wait, n);
  }
  return nets;
}

// True when the longest wait was taken away and nothing as long came.
function addNet(cell: Cell, { add, waits }: Net): boolean {
  shiftCell(cell, add, 1);
  let most: number | null = null;
  for (const [wait, n] of waits) if (n > 0 && (most === null || wait > most)) most = wait;
  if (most !== null && (cell.waitMax === null || most >= cell.waitMax)) cell.waitMax = most;
  else return cell.waitMax !== null && (waits.get(cell.waitMax) ?? 0) < 0;
  return false;
}

/**
 * Applies shifts to the cells of the three grains. Returns every touched place, and those whose longest wait was taken
 * away: what is the longest now only the tickets can tell.
 */
export function applyShifts(
  unit: UnitState,
  shifts: readonly Shift[],
): { touched: CellPlace[]; lostMax: CellPlace[] } {
  const halfHours = netsOfShifts(shifts);
  const days = coarser(halfHours.values(), dayKey);
  const months = coarser(days.values(), monthKey);
  const touched: CellPlace[] = [];
  const lostMax: CellPlace[] = [];
  const apply = (grain: CellPlace['grain'], nets: ReadonlyMap<string, Net>): void => {
    for (const [key, net] of nets) {
      const cell = heldOrMade(unit[grain], key, emptyCell);
      touched.push({ grain, key });
      if (addNet(cell, net)) lostMax.push({ grain, key });
    }
  };
  apply('halfHours', halfHours);
  apply('days', days);
  apply('months', months);
  return { touched, lostMax };
}
