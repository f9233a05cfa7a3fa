import { applyShifts, type CellPlace, type Nets } from '../../lib/domain/apply-shifts.ts';
import { waitSeconds } from '../../lib/domain/contribution.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { foldEvents, type LoggedEvent, signalOf } from '../../lib/domain/fold-events.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { isTicketEvent } from '../../lib/domain/ticket-fact.ts';
import { halfHourKey, type UnitState } from '../../lib/domain/unit-state.ts';
import { addDays, endOfDay, localMoment, monthOf, startOfDay } from '../../lib/domain/zoned-time.ts';
import { type Touched, untouched } from './change-rows.ts';
import { RATING_COLUMNS, ratingOfRow, TICKET_COLUMNS, ticketOfRow } from './load-entries.ts';
import { type Memory, serviceLimit, unitIn } from './memory.ts';
import type { Query } from './query.ts';
import { loadCells, type UnitDay } from './restore.ts';

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
    } else if (isTicketEvent(event) && !unit?.tickets.has(event.data.ticket)) {
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

/** What a group touched in one unit, and what its half hours gain and lose by it. */
export type Folded = Touched & { nets: Nets };

/** Folds numbered events into memory and says what they touched, unit by unit. The rollups follow in `shiftCells`. */
export function foldAll(memory: Memory, logged: readonly LoggedEvent[]): Map<string, Folded> {
  const folded = new Map<string, Folded>();
  for (const [code, own] of grouped(logged, ({ event }) => event.unit)) {
    const unit = unitIn(memory, code);
    if (!unit) continue;
    const change = foldEvents(unit, own, serviceLimit(memory, code));
    const notes = own.filter(({ event }) => event.type === 'note.added').map(({ seq }) => seq);
    const signals = own.some(({ event }) => signalOf(event) !== null);
    folded.set(code, { ...untouched(), ...change, notes: new Set(notes), signals });
  }
  return folded;
}

/** Applies the nets to the rollup cells in memory, loading what a past day needs; notes the changed cells. */
export async function shiftCells(
  query: Query,
  memory: Memory,
  folded: ReadonlyMap<string, Folded>,
): Promise<void> {
  const wanted: UnitDay[] = [];
  for (const [unit, { nets }] of folded)
    for (const day of new Set([...nets.values()].map((net) => net.day))) wanted.push({ unit, day });
  await loadCells(query, memory, wanted);
  for (const [code, mark] of folded) {
    const unit = unitIn(memory, code);
    if (!unit) continue;
    const { touched: places, lostMax } = applyShifts(unit, mark.nets);
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
