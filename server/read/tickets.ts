import { z } from 'zod';
import type { Period } from '../../lib/domain/period.ts';
import { unitsBelow } from '../../lib/domain/tree.ts';
import type { ListAnswer, TicketLine } from '../../lib/wire/reads.ts';
import type { ReadContext } from './context.ts';
import { type Cursor, pageOf } from './list-page.ts';

/** `comments`: whether the reader may read what people wrote. */
export type ListQuestion = {
  area: string;
  period: Period;
  cursor: Cursor | null;
  limit: number;
  comments: boolean;
};

/** Unit, service day, start of the wait, ticket. */
export const ticketCursor = z.tuple([z.string(), z.iso.date(), z.iso.datetime(), z.string()]);

type Row = Omit<TicketLine, 'waitStartAt' | 'firstCallAt' | 'endedAt'> & {
  waitStartAt: Date;
  firstCallAt: Date | null;
  endedAt: Date | null;
};

/** Tickets of an area's service days, unit by unit in the order their waits began. No officers. */
export async function tickets(
  { pool, tree }: ReadContext,
  { area, period, cursor, limit }: ListQuestion,
): Promise<ListAnswer<TicketLine>> {
  const { rows } = await pool.query<Row>(
    `SELECT unit, ticket, number, service, state, pending, service_day::text AS "serviceDay", wait_start_at AS "waitStartAt",
       first_call_at AS "firstCallAt", ended_at AS "endedAt", wait_seconds AS "waitSec", counter, outcome
     FROM ticket WHERE unit = ANY($1) AND service_day BETWEEN $2 AND $3
       ${cursor ? 'AND unit >= $5 AND (unit, service_day, wait_start_at, ticket) > ($5, $6::date, $7::timestamptz, $8)' : ''}
     ORDER BY unit, service_day, wait_start_at, ticket LIMIT $4`,
    [unitsBelow(tree, area), period.from, period.to, limit + 1, ...(cursor ?? [])],
  );
  return pageOf(rows, limit, lineOf, (row) => [
    row.unit,
    row.serviceDay,
    row.waitStartAt.toISOString(),
    row.ticket,
  ]);
}

/** How many that are in all. */
export async function countTickets(
  { pool, tree }: ReadContext,
  { area, period }: Pick<ListQuestion, 'area' | 'period'>,
): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'SELECT count(*)::float8 AS n FROM ticket WHERE unit = ANY($1) AND service_day BETWEEN $2 AND $3',
    [unitsBelow(tree, area), period.from, period.to],
  );
  return rows[0]?.n ?? 0;
}

const lineOf = ({ waitStartAt, firstCallAt, endedAt, ...row }: Row): TicketLine => ({
  ...row,
  waitStartAt: waitStartAt.toISOString(),
  firstCallAt: firstCallAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});
