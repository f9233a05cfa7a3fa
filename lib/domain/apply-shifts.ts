import { heldOrMade } from './held-or-made.ts';
import { type Cell, type Contribution, emptyCell, shiftCell } from './rollup.ts';
import { dayKey, halfHourKey, monthKey, type UnitState } from './unit-state.ts';

/** Where a cell stands: which of the unit's maps, and its key there. */
export type CellPlace = { grain: 'halfHours' | 'days' | 'months'; key: string };

type Place = { day: string; halfHour: number; service: string };

/** Everything that falls into one cell. `waits` counts how often each wait in seconds came (+) or went (−). */
export type Net = Place & { add: Partial<Cell>; waits: Map<number, number> };

/** What half hours gain and lose, by the key of their cells. */
export type Nets = Map<string, Net>;

const emptyNet = ({ day, halfHour, service }: Place): Net => ({
  day,
  halfHour,
  service,
  add: {},
  waits: new Map(),
});

function addWait(net: Net, wait: number, n: number): void {
  const sum = (net.waits.get(wait) ?? 0) + n;
  if (sum === 0) net.waits.delete(wait);
  else net.waits.set(wait, sum);
}

/** Notes contributions that come (+1) or are taken away (−1). */
export function shiftNets(nets: Nets, parts: readonly Contribution[], sign: 1 | -1): void {
  for (const part of parts) {
    const net = heldOrMade(nets, halfHourKey(part), () => emptyNet(part));
    shiftCell(net.add, part.add, sign);
    if (part.add.waitMax != null) addWait(net, part.add.waitMax, sign);
  }
}

/** Whether as much came as went: many events move a ticket on without changing what it counts for. */
function isNothing({ add, waits }: Net): boolean {
  if (waits.size > 0) return false;
  for (const value of Object.values(add))
    if (Array.isArray(value) ? value.length > 0 : value !== 0) return false;
  return true;
}

/** The coarser grain from the finer one: a day is the sum of its half hours, a month that of its days. */
function coarser(finer: Iterable<Net>, keyOf: (place: Place) => string): Nets {
  const nets: Nets = new Map();
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
 * Applies nets to the cells of the three grains. Returns every changed place, and those whose longest wait was taken
 * away: what is the longest now only the tickets can tell.
 */
export function applyShifts(unit: UnitState, nets: Nets): { touched: CellPlace[]; lostMax: CellPlace[] } {
  const days = coarser(nets.values(), dayKey);
  const months = coarser(days.values(), monthKey);
  const touched: CellPlace[] = [];
  const lostMax: CellPlace[] = [];
  const apply = (grain: CellPlace['grain'], of: ReadonlyMap<string, Net>): void => {
    for (const [key, net] of of) {
      if (isNothing(net)) continue;
      const cell = heldOrMade(unit[grain], key, emptyCell);
      touched.push({ grain, key });
      if (addNet(cell, net)) lostMax.push({ grain, key });
    }
  };
  apply('halfHours', nets);
  apply('days', days);
  apply('months', months);
  return { touched, lostMax };
}
