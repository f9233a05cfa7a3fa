import type { CounterTold } from '../../lib/domain/estimate/line.ts';
import { type WaitCase, waitCases } from '../../lib/domain/estimate/wait-case.ts';
import { addDays, endOfDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import { TICKET_COLUMNS, ticketOfRow } from '../log/load-entries.ts';
import type { Query } from '../log/query.ts';

/** Of so many open days a unit's estimates are made; one more is what they are held against. */
export const OPEN_DAYS = 20;
/** In how many calendar days those are looked for. */
const LOOK_BACK_DAYS = 60;

type UnitDay = { unit: string; day: string };
export type UnitDayOf = UnitDay & { zone: string };

/** A case as it is stored: service, load, seconds. */
type StoredCase = [service: string, load: number, seconds: number];
export const storedCases = (cases: readonly WaitCase[]): StoredCase[] =>
  cases.map(({ service, load, seconds }) => [service, load, seconds]);
const readCases = (cases: StoredCase[]): WaitCase[] =>
  cases.map(([service, load, seconds]) => ({ service, load, seconds }));

/** E4: the cases of a past day from its tickets and from what was told of its counters up to `seq`. */
export async function casesOfDay(
  query: Query,
  { unit, zone, day }: UnitDayOf,
  seq: number,
): Promise<WaitCase[]> {
  const tickets = await query(
    `SELECT ${TICKET_COLUMNS} FROM ticket WHERE unit = $1 AND service_day = $2 ORDER BY ticket`,
    [unit, day],
  );
  const told = await query(
    `SELECT data ->> 'counter' AS counter, (extract(epoch FROM at) * 1000)::float8 AS at, type, data -> 'services' AS services
     FROM event WHERE unit = $1 AND type IN ('counter.opened', 'counter.paused', 'counter.closed') AND seq <= $4
       AND at >= to_timestamp($2::float8 / 1000) AND at < to_timestamp($3::float8 / 1000) ORDER BY at, source, id`,
    [unit, startOfDay(zone, day), endOfDay(zone, day), seq],
  );
  const pairs = tickets.map((row) => {
    const { id, entry } = ticketOfRow(row);
    return [id, entry.ticket] as const;
  });
  return waitCases(pairs, told.map(toldOf));
}

const toldOf = (row: Record<string, unknown>): CounterTold => ({
  counter: String(row.counter),
  at: Number(row.at),
  state: row.type === 'counter.opened' ? 'open' : row.type === 'counter.paused' ? 'paused' : 'closed',
  services: Array.isArray(row.services) ? row.services.map(String) : [],
});

/** Open days before `day` whose cases are not stored, or of which more was told since; for each unit its newest. */
export async function missingDays(query: Query, units: readonly UnitDayOf[]): Promise<UnitDayOf[]> {
  const zones = new Map(units.map(({ unit, zone }) => [unit, zone]));
  const rows = await query(
    `SELECT u.unit, d.day::text AS day FROM unnest($1::text[], $2::date[], $3::date[]) AS u(unit, day, since)
     CROSS JOIN LATERAL (
       SELECT r.day FROM rollup_day r WHERE r.unit = u.unit AND r.day < u.day AND r.day >= u.since
       GROUP BY r.day HAVING sum(r.issued) > 0 ORDER BY r.day DESC LIMIT ${OPEN_DAYS + 1}
     ) d
     LEFT JOIN rollup_wait_case c ON c.unit = u.unit AND c.day = d.day AND NOT EXISTS (
       SELECT 1 FROM late_day l WHERE l.unit = c.unit AND l.day = c.day AND l.seq > c.seq
     )
     WHERE c.unit IS NULL`,
    namesOf(units),
  );
  return rows.map((row) => {
    const unit = String(row.unit);
    return { unit, zone: zones.get(unit) ?? 'UTC', day: String(row.day) };
  });
}

/** The newest stored days before `day` of each unit, newest first. */
export async function storedDays(
  query: Query,
  units: readonly UnitDay[],
): Promise<Map<string, { day: string; cases: WaitCase[] }[]>> {
  const rows = await query(
    `SELECT u.unit, d.day::text AS day, d.cases FROM unnest($1::text[], $2::date[], $3::date[]) AS u(unit, day, since)
     CROSS JOIN LATERAL (
       SELECT c.day, c.cases FROM rollup_wait_case c WHERE c.unit = u.unit AND c.day < u.day AND c.day >= u.since
       ORDER BY c.day DESC LIMIT ${OPEN_DAYS + 1}
     ) d ORDER BY u.unit, d.day DESC`,
    namesOf(units),
  );
  const days = new Map<string, { day: string; cases: WaitCase[] }[]>();
  for (const row of rows) {
    const unit = String(row.unit);
    const own = days.get(unit) ?? [];
    days.set(unit, own);
    // Written by `storedCases` alone.
    own.push({ day: String(row.day), cases: readCases(row.cases as StoredCase[]) });
  }
  return days;
}

const namesOf = (units: readonly UnitDay[]): unknown[] => [
  units.map(({ unit }) => unit),
  units.map(({ day }) => day),
  units.map(({ day }) => addDays(day, -LOOK_BACK_DAYS)),
];
