import { serviceDay, waitSeconds } from '../../lib/domain/contribution.ts';
import { dayKey, type UnitState } from '../../lib/domain/unit-state.ts';
import { localMoment } from '../../lib/domain/zoned-time.ts';
import { rowOfCell } from './cell-columns.ts';
import type { GroupRows } from './group-tables.ts';

/** Names of everything a group touched in one unit. */
export type Touched = {
  tickets: Set<string>;
  ratings: Set<string>;
  counters: Set<string>;
  queueStates: Set<string>;
  notes: Set<number>;
  signals: boolean;
  halfHours: Set<string>;
  days: Set<string>;
  months: Set<string>;
};

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
  for (const id of touched.tickets) addTicket(rows, unit, id);
  for (const id of touched.ratings) addRating(rows, unit, id);
  for (const counter of touched.counters) {
    const entry = unit.counters.get(counter);
    if (entry) rows.counters.push({ unit: unit.code, counter, ...entry });
  }
  for (const service of touched.queueStates) {
    const gauge = unit.gauges.get(service);
    const issuing = unit.issuing.get(service);
    if (gauge) {
      const { at, source, id, ...data } = gauge;
      rows.queueStates.push({ unit: unit.code, service, kind: 'gauge', at, source, id, data });
    }
    if (issuing) {
      const { at, source, id, ...data } = issuing;
      rows.queueStates.push({ unit: unit.code, service, kind: 'issuing', at, source, id, data });
    }
  }
  for (const seq of touched.notes) {
    const note = unit.notes.get(seq);
    if (note)
      rows.notes.push({ seq, unit: unit.code, from_at: note.fromAt, to_at: note.toAt, text: note.text });
  }
  if (touched.signals)
    for (const [kind, at] of unit.signals) rows.signals.push({ unit: unit.code, kind, last_at: at });
  for (const key of touched.halfHours) {
    const [day = '', halfHour = '0', ...service] = key.split('/');
    const cell = unit.halfHours.get(key);
    if (cell)
      rows.halfHours.push({
        unit: unit.code,
        day,
        half_hour: Number(halfHour),
        service: service.join('/'),
        ...rowOfCell(cell),
      });
  }
  addCells(rows.days, unit, unit.days, touched.days);
  addCells(rows.months, unit, unit.months, touched.months);
}

function addCells(
  rows: GroupRows['days'],
  unit: UnitState,
  cells: UnitState['days'],
  keys: ReadonlySet<string>,
): void {
  for (const key of keys) {
    const cell = cells.get(key);
    if (cell)
      rows.push({
        unit: unit.code,
        day: key.slice(0, 10),
        service: key.slice(dayKey({ day: '', service: '' }).length + 10),
        ...rowOfCell(cell),
      });
  }
}

function addTicket(rows: GroupRows, unit: UnitState, id: string): void {
  const entry = unit.tickets.get(id);
  if (!entry) return;
  const { ticket, facts } = entry;
  rows.tickets.push({
    unit: unit.code,
    ticket: id,
    number: ticket.number,
    service: ticket.issuedService,
    state: ticket.state,
    pending: ticket.pending,
    service_day: serviceDay(ticket, unit.zone),
    half_hour: localMoment(unit.zone, ticket.waitStartAt).halfHour,
    wait_start_at: ticket.waitStartAt,
    first_call_at: ticket.firstCallAt,
    ended_at: ticket.endedAt,
    wait_seconds: waitSeconds(ticket),
    counter: ticket.counter,
    outcome: ticket.outcome,
    facts,
  });
}

function addRating(rows: GroupRows, unit: UnitState, id: string): void {
  const entry = unit.ratings.get(id);
  if (!entry) return;
  const { rating, second, repeats, seq } = entry;
  const { day, halfHour } = localMoment(unit.zone, rating.at);
  rows.ratings.push({ unit: unit.code, ...rating, seq, day, half_hour: halfHour, second, repeats });
}
