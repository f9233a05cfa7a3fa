import type { Period } from '../../lib/domain/period.ts';
import { foldTicket } from '../../lib/domain/ticket.ts';
import { type Waiter, waiterOf } from '../../lib/domain/waiters.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import { TICKET_COLUMNS, ticketOfRow } from '../log/load-entries.ts';
import type { ReadContext } from './context.ts';
import type { ScopedUnit } from './scope.ts';

export type KeyedWaiter = Waiter & { key: string };

/** Who waits now, in the current service day of each unit, as far as that day lies in the period. */
export async function waitersNow(
  { pool }: ReadContext,
  units: readonly ScopedUnit[],
  period: Period,
  now: number,
): Promise<KeyedWaiter[]> {
  const open = units.filter(({ today }) => today >= period.from && today <= period.to);
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT ${TICKET_COLUMNS} FROM unnest($1::text[], $2::date[]) AS u(code, today)
     JOIN ticket ON unit = u.code AND service_day = u.today WHERE state IN ('waiting', 'held')`,
    [open.map((u) => u.unit), open.map((u) => u.today)],
  );
  const byUnit = new Map(open.map((unit) => [unit.unit, unit]));
  return rows.flatMap((row) => {
    const { unit, entry } = ticketOfRow(row);
    const scoped = byUnit.get(unit);
    const waiter = scoped && waiterOf(entry.ticket, scoped.zone, now);
    return waiter ? [{ ...waiter, key: scoped.key }] : [];
  });
}

/** A check-in can move a ticket to a later service day; nobody checks in later than this after taking a number. */
const LATEST_CHECK_IN_DAYS = 15;

/**
 * Q6: who waited at a past instant, by events that had happened by then. `today` of the units is their date at that
 * instant. `uncalledBefore`: tickets of earlier days of the period that nobody had called and that had not ended.
 */
export async function waitersAt(
  { pool }: ReadContext,
  units: readonly ScopedUnit[],
  period: Period,
  service: string | null,
  at: number,
): Promise<{ waiters: KeyedWaiter[]; uncalledBefore: number }> {
  const open = units.filter(({ today }) => today >= period.from && today <= period.to);
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT ${TICKET_COLUMNS} FROM unnest($1::text[], $2::date[], $3::date[]) AS u(code, today, latest)
     JOIN ticket ON unit = u.code AND service_day BETWEEN u.today AND u.latest
     WHERE NOT pending AND (facts -> 0 ->> 'at')::float8 <= $4`,
    [
      open.map((u) => u.unit),
      open.map((u) => u.today),
      open.map((u) => addDays(u.today, LATEST_CHECK_IN_DAYS)),
      at,
    ],
  );
  const byUnit = new Map(open.map((unit) => [unit.unit, unit]));
  const waiters = rows.flatMap((row) => {
    const { unit, entry } = ticketOfRow(row);
    const scoped = byUnit.get(unit);
    const then = foldTicket(entry.facts.filter((fact) => fact.at <= at));
    const waiter = scoped && waiterOf(then, scoped.zone, at);
    return waiter ? [{ ...waiter, key: scoped.key }] : [];
  });
  const before = await pool.query<{ n: number }>(
    `SELECT count(*) AS n FROM unnest($1::text[], $2::date[]) AS u(code, today)
     JOIN ticket ON unit = u.code AND service_day >= $3 AND service_day <= $4 AND service_day < u.today
     WHERE NOT pending AND ($5::text IS NULL OR service = $5)
       AND (first_call_at IS NULL OR first_call_at > to_timestamp($6 / 1000.0)) AND (ended_at IS NULL OR ended_at > to_timestamp($6 / 1000.0))`,
    [units.map((u) => u.unit), units.map((u) => u.today), period.from, period.to, service, at],
  );
  return { waiters, uncalledBefore: before.rows[0]?.n ?? 0 };
}
