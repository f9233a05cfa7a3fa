import { ticketContributions } from '../../lib/domain/contribution.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { addToCell, emptyCell } from '../../lib/domain/rollup.ts';
import { foldTicket } from '../../lib/domain/ticket.ts';
import type { TicketFact } from '../../lib/domain/ticket-fact.ts';
import { halfHourKey, type MaxServiceMinutes, type UnitState } from '../../lib/domain/unit-state.ts';
import { TICKET_COLUMNS, ticketFactsOf } from '../log/load-entries.ts';
import { type Memory, serviceLimit, unitIn } from '../log/memory.ts';
import type { Query } from '../log/query.ts';
import type { Knowledge } from './knowledge.ts';
import { FROM_UNITS, instant, type PastUnit, valuesOf } from './past.ts';

// By what is known today most tickets of a day are those of its service day. What was known then may have lacked what
// moved one elsewhere, and whatever happened on the day counts in it: of tickets that are told of on several days all are
// read. A booking counts on its day without any event of it.
// Of the eve only who was not done when the day began shows, and at each counter the last call decides (B2, B3): whoever
// had ended before somebody was called there for the first time was not the last. Where something of before the
// day was not known of a unit ($9), all of its eve is read. Facts are wide, so they are read last.
const TICKETS = `
  WITH u AS MATERIALIZED (SELECT * FROM ${FROM_UNITS}),
  ended AS MATERIALIZED (
    SELECT t.unit, t.ticket, t.counter, t.ended_at, ${instant('u.today')} AS today,
      CASE WHEN t.first_call_at < ${instant('u.today')} AND t.facts @> '[{"kind": "called"}]' THEN t.first_call_at END AS first_call_at
    FROM u JOIN ticket t ON t.unit = u.unit AND t.service_day = u.eve
  ), eve AS (
    SELECT *, max(first_call_at) OVER (PARTITION BY unit, counter) AS called_at FROM ended
  ), named AS (
    SELECT unit, ticket FROM eve
    WHERE ended_at IS NULL OR ended_at >= today OR called_at IS NULL OR ended_at >= called_at OR unit = ANY($9)
    UNION
    SELECT t.unit, t.ticket FROM u JOIN ticket t ON t.unit = u.unit AND t.told_from IS NOT NULL
      AND daterange(t.told_from, t.told_until, '[]') && daterange(u.eve, u.last, '[]')
      AND t.service_day NOT BETWEEN u.eve AND u.last
    UNION
    SELECT e.unit, e.data ->> 'ticket' FROM u JOIN event e ON e.unit = u.unit
      AND (e.data ->> 'appointmentAt')::float8 BETWEEN u.since AND u.since + 3 * 86400000
    WHERE e.type = 'ticket.issued' AND e.data ->> 'appointmentAt' IS NOT NULL
  )
  SELECT t.unit, t.ticket, t.facts FROM u JOIN ticket t ON t.unit = u.unit AND t.service_day BETWEEN u.day AND u.last
  WHERE (t.facts -> 0 ->> 'at')::float8 <= $8
  UNION ALL
  SELECT t.unit, t.ticket, t.facts FROM named JOIN u USING (unit) JOIN ticket t USING (unit, ticket)
  WHERE t.service_day NOT BETWEEN u.day AND u.last`;

/** Tickets that can count or show on the day of a moment, each with what was known of it, and the cells of that day. */
export async function loadPastTickets(
  query: Query,
  memory: Memory,
  units: readonly PastUnit[],
  knowledge: Knowledge,
): Promise<void> {
  const { lateSince } = knowledge;
  const facts = new Map<string, Map<string, TicketFact[]>>();
  for (const row of await query(TICKETS, [
    ...valuesOf(units),
    knowledge.moment.horizon,
    // What is unknown of the day itself comes after the end of whoever had ended before it.
    units.flatMap(({ unit, today }) => ((lateSince.get(unit) ?? today) < today ? [unit] : [])),
  ])) {
    const known = ticketFactsOf(row).filter(knowledge.isKnown);
    if (known.length > 0) heldOrMade(facts, String(row.unit), () => new Map()).set(String(row.ticket), known);
  }
  for (const { unit: code, day } of units) {
    const unit = unitIn(memory, code);
    if (unit) countTickets(unit, facts.get(code) ?? [], day, serviceLimit(memory, code));
  }
}

/** Puts tickets into a unit, and what they count into the half hours of a day: no board reads other cells of tickets. */
function countTickets(
  unit: UnitState,
  told: Iterable<[string, TicketFact[]]>,
  day: string,
  maxServiceMinutes: MaxServiceMinutes,
): void {
  for (const [id, facts] of told) {
    const ticket = foldTicket(facts);
    unit.tickets.set(id, { facts, ticket });
    for (const part of ticketContributions(ticket, unit.zone, maxServiceMinutes))
      if (part.day === day) addToCell(heldOrMade(unit.halfHours, halfHourKey(part), emptyCell), part.add);
  }
}

/** Tickets by their names that are not in memory, with what was known of them; they count in no cell. */
export async function holdPastTickets(
  query: Query,
  memory: Memory,
  named: readonly (readonly [unit: string, ticket: string])[],
  { isKnown }: Knowledge,
): Promise<void> {
  const absent = named.filter(([unit, ticket]) => !unitIn(memory, unit)?.tickets.has(ticket));
  if (absent.length === 0) return;
  const text = `SELECT ${TICKET_COLUMNS} FROM ticket WHERE (unit, ticket) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  const values = [absent.map(([unit]) => unit), absent.map(([, ticket]) => ticket)];
  for (const row of await query(text, values)) {
    const known = ticketFactsOf(row).filter(isKnown);
    if (known.length > 0)
      unitIn(memory, String(row.unit))?.tickets.set(String(row.ticket), {
        facts: known,
        ticket: foldTicket(known),
      });
  }
}
