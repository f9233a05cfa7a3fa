import { earliest, type Period } from '../../lib/domain/period.ts';
import type { TicketFact } from '../../lib/domain/ticket-fact.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import { TICKET_COLUMNS, ticketOfRow } from '../log/load-entries.ts';
import type { ReadContext } from './context.ts';
import type { ScopedUnit } from './scope.ts';

/** Facts of one ticket in their order, at least one. */
export type FactList = readonly TicketFact[];

const PAGE_DAYS = 7;
/** With fewer facts a ticket's wait can only start earlier: a later check-in may not be known yet. */
const LATER_DAYS = 15;

/**
 * Tickets of a unit whose service day lies, or by fewer facts might lie, in the period; a week at a time, so that a
 * long period neither fills the memory nor holds up the live boards. `knownAt`: only facts received by then.
 */
export async function* ticketPages(
  { pool }: ReadContext,
  { unit }: ScopedUnit,
  { period, counter, knownAt }: { period: Period; counter: string | null; knownAt: number | null },
): AsyncGenerator<FactList[]> {
  const end = addDays(period.to, LATER_DAYS);
  for (let from = period.from; from <= end; from = addDays(from, PAGE_DAYS)) {
    const last = addDays(from, PAGE_DAYS - 1);
    const { rows } = await pool.query<Record<string, unknown>>(
      `SELECT ${TICKET_COLUMNS} FROM ticket WHERE unit = $1 AND service_day BETWEEN $2 AND $3 AND ($4::jsonb IS NULL OR facts @> $4)`,
      [unit, from, earliest(last, end), counter === null ? null : JSON.stringify([{ counter }])],
    );
    const lists = rows.map((row) => ticketOfRow(row).entry.facts);
    yield knownAt === null ? lists : await onlyKnown(pool, unit, lists, knownAt);
  }
}

async function onlyKnown(
  pool: ReadContext['pool'],
  unit: string,
  lists: readonly FactList[],
  knownAt: number,
): Promise<FactList[]> {
  const times = lists.flat().map((fact) => fact.at);
  if (times.length === 0) return [];
  const least = times.reduce((a, b) => Math.min(a, b));
  const most = times.reduce((a, b) => Math.max(a, b));
  const { rows } = await pool.query<{ source: string; id: string }>(
    `SELECT source, id FROM event WHERE unit = $1 AND at BETWEEN to_timestamp($2 / 1000.0) AND to_timestamp($3 / 1000.0)
       AND received_at > to_timestamp($4 / 1000.0)`,
    [unit, least, most, knownAt],
  );
  const unknown = new Set(rows.map(({ source, id }) => `${source}\n${id}`));
  return lists
    .map((facts) => facts.filter(({ source, id }) => !unknown.has(`${source}\n${id}`)))
    .filter((facts) => facts.length > 0);
}
