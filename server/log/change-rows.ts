import type { CellPlace } from '../../lib/domain/apply-shifts.ts';
import type { Change } from '../../lib/domain/fold-events.ts';
import type { UnitState } from '../../lib/domain/unit-state.ts';
import type { GroupRows } from './group-table.ts';

/** Names of everything a group touched in one unit; notes by their seq. */
export type Touched = Omit<Change, 'nets'> &
  Record<CellPlace['grain'], Set<string>> & { notes: Set<number>; signals: boolean };

export const untouched = (): Touched => ({
  tickets: new Set(),
  ratings: new Set(),
  counters: new Set(),
  queueStates: new Set(),
  notes: new Set(),
  signals: false,
  halfHours: new Set(),
  days: new Set(),
  months: new Set(),
});

/** Writes the touched entries of a unit, as they now are, into the rows of the group. */
export function addUnitRows(rows: GroupRows, unit: UnitState, touched: Touched): void {
  const { code, zone } = unit;
  for (const id of touched.tickets) {
    const entry = unit.tickets.get(id);
    if (entry) rows.tickets.push({ unit: code, zone, id, entry });
  }
  for (const id of touched.ratings) {
    const entry = unit.ratings.get(id);
    if (entry) rows.ratings.push({ unit: code, zone, entry });
  }
  for (const counter of touched.counters) {
    const entry = unit.counters.get(counter);
    if (entry) rows.counters.push({ unit: code, counter, entry });
  }
  for (const service of touched.queueStates) addQueueStates(rows, unit, service);
  for (const seq of touched.notes) {
    const entry = unit.notes.get(seq);
    if (entry) rows.notes.push({ seq, unit: code, entry });
  }
  if (touched.signals)
    for (const [kind, lastAt] of unit.signals) rows.signals.push({ unit: code, kind, lastAt });
  for (const key of touched.halfHours) {
    const [day = '', halfHour = '0', ...service] = key.split('/');
    const cell = unit.halfHours.get(key);
    if (cell)
      rows.halfHours.push({ unit: code, day, halfHour: Number(halfHour), service: service.join('/'), cell });
  }
  addCells(rows.days, code, unit.days, touched.days);
  addCells(rows.months, code, unit.months, touched.months);
}

function addQueueStates(rows: GroupRows, unit: UnitState, service: string): void {
  const gauge = unit.gauges.get(service);
  if (gauge) {
    const { at, source, id, ...data } = gauge;
    rows.queueStates.push({ unit: unit.code, service, kind: 'gauge', key: { at, source, id }, data });
  }
  const issuing = unit.issuing.get(service);
  if (issuing) {
    const { at, source, id, ...data } = issuing;
    rows.queueStates.push({ unit: unit.code, service, kind: 'issuing', key: { at, source, id }, data });
  }
}

/** Keys of days and months are `YYYY-MM-DD/service`. */
function addCells(
  rows: GroupRows['days'],
  unit: string,
  cells: UnitState['days'],
  keys: ReadonlySet<string>,
): void {
  for (const key of keys) {
    const cell = cells.get(key);
    if (cell) rows.push({ unit, day: key.slice(0, 10), halfHour: 0, service: key.slice(11), cell });
  }
}
