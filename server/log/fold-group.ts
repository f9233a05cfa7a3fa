import { applyShifts, type CellPlace } from '../../lib/domain/apply-shifts.ts';
import { waitSeconds } from '../../lib/domain/contribution.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { foldEvent, halfHourKey, type Shift, type UnitState } from '../../lib/domain/unit-state.ts';
import { addDays, endOfDay, localMoment, monthOf, startOfDay } from '../../lib/domain/zoned-time.ts';
import { type Touched, untouched } from './change-rows.ts';
import { RATING_COLUMNS, ratingOfRow, TICKET_COLUMNS, ticketOfRow } from './load-entries.ts';
import { type Memory, serviceLimit, unitIn } from './memory.ts';
import { loadCells, type Query } from './restore.ts';

export type Numbered = { event: SourceEvent; seq: number };

/** Brings tickets and ratings that the events name, and that are not in memory, into memory: late facts need them. */
export async function loadEntries(
  query: Query,
  memory: Memory,
  events: readonly SourceEvent[],
): Promise<void> {
  const tickets = new Map<string, [string, string]>();
  const ratings = new Map<string, [string, string]>();
  const rated = new Map<string, [string, string]>();
  for (const event of events) {
    const unit = unitIn(memory, event.unit);
    if (event.type === 'rating.given') {
      const { rating, ticket } = event.data;
      const held = unit?.ratings.get(rating);
      if (!held) ratings.set(`${event.unit}\n${rating}`, [event.unit, rating]);
      // The ticket it stands at now too: older ratings of that ticket may have left memory.
      for (const named of [ticket, held?.rating.ticket])
        if (named != null) rated.set(`${event.unit}\n${named}`, [event.unit, named]);
    } else if ('ticket' in event.data && !unit?.tickets.has(event.data.ticket)) {
      tickets.set(`${event.unit}\n${event.data.ticket}`, [event.unit, event.data.ticket]);
    }
  }
  const pairs = (of: Map<string, [string, string]>): [string[], string[]] => [
    [...of.values()].map(([unit]) => unit),
    [...of.values()].map(([, id]) => id),
  ];
  if (tickets.size > 0) {
    const text = `SELECT ${TICKET_COLUMNS} FROM ticket WHERE (unit, ticket) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
    for (const row of await query(text, pairs(tickets))) {
      const { unit, id, entry } = ticketOfRow(row);
      unitIn(memory, unit)?.tickets.set(id, entry);
    }
  }
  await loadRatings(query, memory, 'rating', pairs(ratings));
  const named = await loadRatings(query, memory, 'ticket', pairs(rated));
  // A rating that moves from one ticket to another changes who is first at the ticket it leaves.
  if (named.length > 0)
    await loadRatings(query, memory, 'ticket', [
      named.map(([unit]) => unit),
      named.map(([, ticket]) => ticket),
    ]);
}

async function loadRatings(
  query: Query,
  memory: Memory,
  by: 'rating' | 'ticket',
  [units, ids]: [string[], string[]],
): Promise<[string, string][]> {
  if (units.length === 0) return [];
  const text = `SELECT ${RATING_COLUMNS} FROM rating WHERE (unit, ${by}) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  const tickets: [string, string][] = [];
  for (const row of await query(text, [units, ids])) {
    const { unit, entry } = ratingOfRow(row);
    const state = unitIn(memory, unit);
    if (!state || state.ratings.has(entry.rating.rating)) continue;
    state.ratings.set(entry.rating.rating, entry);
    if (entry.rating.ticket !== null) tickets.push([unit, entry.rating.ticket]);
  }
  return tickets;
}

/** Folds numbered events into memory and says what they touched, unit by unit. The rollups follow in `shiftCells`. */
export function foldAll(
  memory: Memory,
  events: readonly Numbered[],
): { touched: Map<string, Touched>; shifts: Map<string, Shift[]> } {
  const touched = new Map<string, Touched>();
  const shifts = new Map<string, Shift[]>();
  for (const { event, seq } of events) {
    const unit = unitIn(memory, event.unit);
    if (!unit) continue;
    const change = foldEvent(unit, event, seq, serviceLimit(memory, event.unit));
    const mark = heldOrMade(touched, event.unit, () => untouched());
    for (const id of change.tickets) mark.tickets.add(id);
    for (const id of change.ratings) mark.ratings.add(id);
    for (const id of change.counters) mark.counters.add(id);
    for (const id of change.queueStates) mark.queueStates.add(id);
    if (event.type === 'note.added') mark.notes.add(seq);
    else mark.signals = true;
    const list = shifts.get(event.unit);
    if (list) list.push(...change.shifts);
    else shifts.set(event.unit, change.shifts);
  }
  return { touched, shifts };
}

/** Adds the shifts to the rollup cells in memory, loading what a past day needs; notes the touched cells. */
export async function shiftCells(
  query: Query,
  memory: Memory,
  shifts: Map<string, Shift[]>,
  touched: Map<string, Touched>,
): Promise<void> {
  const wanted = new Map<string, { unit: string; day: string }>();
  for (const [unit, list] of shifts) for (const { day } of list) wanted.set(`${unit}\n${day}`, { unit, day });
  await loadCells(query, memory, [...wanted.values()]);
  for (const [code, list] of shifts) {
    const unit = unitIn(memory, code);
    const mark = touched.get(code);
    if (!unit || !mark) continue;
    const { touched: places, lostMax } = applyShifts(unit, list);
    for (const { grain, key } of places) mark[grain].add(key);
    for (const { grain, key } of lostMax) {
      const cell = unit[grain].get(key);
      if (cell) cell.waitMax = await longestWait(query, unit, mark, grain, key);
    }
  }
}

/** The longest wait of a cell from the tickets themselves: those stored and untouched, and those of this group. */
async function longestWait(
  query: Query,
  unit: UnitState,
  mark: Touched,
  grain: CellPlace['grain'],
  key: string,
): Promise<number | null> {
  const parts = key.split('/');
  const day = parts[0] ?? '';
  const service = parts.slice(grain === 'halfHours' ? 2 : 1).join('/');
  const last = grain === 'months' ? addDays(monthOf(addDays(day, 31)), -1) : day;
  const [row] = await query(
    `SELECT max(wait_seconds) AS longest FROM ticket WHERE unit = $1 AND service = $2 AND service_day BETWEEN $3 AND $4
       AND NOT pending AND ($5::int IS NULL OR half_hour = $5) AND ticket <> ALL($6)`,
    [unit.code, service, day, last, grain === 'halfHours' ? Number(parts[1]) : null, [...mark.tickets]],
  );
  let longest = row?.longest == null ? null : Number(row.longest);
  const fromAt = startOfDay(unit.zone, day);
  const toAt = endOfDay(unit.zone, last);
  for (const id of mark.tickets) {
    const ticket = unit.tickets.get(id)?.ticket;
    const seconds =
      ticket && !ticket.pending && ticket.issuedService === service ? waitSeconds(ticket) : null;
    if (!ticket || seconds === null || ticket.waitStartAt < fromAt || ticket.waitStartAt >= toAt) continue;
    if (
      grain === 'halfHours' &&
      halfHourKey({ ...localMoment(unit.zone, ticket.waitStartAt), service }) !== key
    )
      continue;
    if (longest === null || seconds > longest) longest = seconds;
  }
  return longest;
}
