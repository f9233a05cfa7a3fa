import type { Pool } from 'pg';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { COUNT_COLUMNS } from '../../lib/domain/rollup.ts';
import { CELL_COLUMNS } from '../../server/log/cell-columns.ts';
import { snakeCase } from '../../server/log/snake-case.ts';

/**
 * Years of rollups, straight into their tables: through the door they would take days. Every day is the one day that
 * came through the door, again; a test hands the same days in at the door and finds the same rows.
 */
export type ManyDays = {
  /** The day that is there already. */
  day: string;
  /** Days back from it to be added: from the first to before the last. */
  first: number;
  until: number;
  /** So many days back half hours are added too. */
  halfHours: number;
};

const DAY_MS = 86_400_000;
const COLUMNS = CELL_COLUMNS.join(', ');
const COUNTS = new Set(COUNT_COLUMNS.map((column) => `"${snakeCase(column)}"`));

const copy = (
  table: string,
  place: string,
): string => `INSERT INTO ${table} (unit, day, ${place}service, ${COLUMNS})
  SELECT unit, day - n, ${place}service, ${COLUMNS} FROM ${table}, generate_series($2::int, $3::int - 1) AS n WHERE day = $1`;

/** A column of as many equal days as `days` says. */
function times(column: string): string {
  if (COUNTS.has(column)) return `d.${column} * m.days`;
  if (column === '"wait_max"') return 'd.wait_max';
  return `ARRAY(SELECT CASE WHEN i % 2 = 0 THEN n * m.days ELSE n END FROM unnest(d.${column}) WITH ORDINALITY AS b(n, i) ORDER BY i)`;
}

const MONTHS = `INSERT INTO rollup_month (unit, day, service, ${COLUMNS})
  SELECT d.unit, m.month, d.service, ${CELL_COLUMNS.map(times).join(', ')}
  FROM rollup_day d, (
    SELECT date_trunc('month', day)::date AS month, count(DISTINCT day)::int AS days FROM rollup_day GROUP BY 1
  ) m WHERE d.day = $1`;

/** Adds the days and reckons the months anew. */
export async function addDaysLike(pool: Pool, { day, first, until, halfHours }: ManyDays): Promise<void> {
  await pool.query(copy('rollup_day', ''), [day, first, until]);
  if (first < halfHours)
    await pool.query(copy('rollup_half_hour', 'half_hour, '), [day, first, Math.min(until, halfHours)]);
  await pool.query('TRUNCATE rollup_month');
  await pool.query(MONTHS, [day]);
  for (const table of ['rollup_day', 'rollup_half_hour', 'rollup_month'])
    await pool.query(`VACUUM (ANALYZE) ${table}`);
}

/** The events of a day as many days earlier, under names of their own. */
export const daysEarlier = (events: readonly SourceEvent[], days: number): SourceEvent[] =>
  events.map((event) => {
    const data: Record<string, unknown> = { ...event.data };
    for (const name of ['ticket', 'rating'])
      if (data[name] !== undefined) data[name] = `${data[name]}-${days}`;
    // The fields are those of its type as before.
    return { ...event, id: `${event.id}-${days}`, at: event.at - days * DAY_MS, data } as SourceEvent;
  });
