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
       AND ($4::text IS NULL OR (unit, service_day, wait_start_at, ticket) > ($4, $5::date, $6::timestamptz, $7))
     ORDER BY unit, service_day, wait_start_at, ticket LIMIT $8`,
    [unitsBelow(tree, area), period.from, period.to, ...(cursor ?? [null, null, null, null]), limit + 1],
  );
  return pageOf(rows, limit, lineOf, (row) => [
    row.unit,
    row.serviceDay,
    row.waitStartAt.toISOString(),
    row.ticket,
  ]);
}

const lineOf = ({ waitStartAt, firstCallAt, endedAt, ...row }: Row): TicketLine => ({
  ...row,
  waitStartAt: waitStartAt.toISOString(),
  firstCallAt: firstCallAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});
