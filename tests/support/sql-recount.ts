import type { Pool } from 'pg';

type Counts = { unit: string; day: string; issued: number; ratings: number };
const ZONE = 'Asia/Ho_Chi_Minh';
const first = (type: string, name: string): string => `
  SELECT DISTINCT ON (unit, data ->> '${name}') unit, data ->> '${name}' AS subject, at, data FROM event
  WHERE type = '${type}' AND unit LIKE $1 ORDER BY unit, data ->> '${name}', at, source COLLATE "C", id COLLATE "C"`;

/**
 * Arrivals and ratings per unit and local day, and the state of each counter, in plain SQL: once from the event table,
 * once (arrivals and ratings) from the rollups. Knows nothing of the fold. `city` is a name of `cityNames`.
 */
export async function recountInSql(pool: Pool, city: string) {
  const like = `${city.slice(0, city.indexOf('.'))}.%`;
  const events = await pool.query<Counts>(
    `WITH issued AS (${first('ticket.issued', 'ticket')}), arrived AS (${first('ticket.arrived', 'ticket')}),
       rated AS (${first('rating.given', 'rating')}),
       moments AS (
         SELECT unit, greatest(issued.at, arrived.at, to_timestamp((issued.data ->> 'appointmentAt')::float8 / 1000)) AS at, 1 AS issued, 0 AS rating
         FROM issued LEFT JOIN arrived USING (unit, subject)
         UNION ALL SELECT unit, at, 0, 1 FROM rated)
     SELECT unit, (at AT TIME ZONE '${ZONE}')::date::text AS day, sum(issued)::float8 AS issued, sum(rating)::float8 AS ratings
     FROM moments GROUP BY 1, 2 ORDER BY 1, 2`,
    [like],
  );
  const rollups = await pool.query<Counts>(
    `SELECT unit, day::text AS day, sum(issued)::float8 AS issued,
       sum(very_satisfied + satisfied + neutral + dissatisfied + very_dissatisfied)::float8 AS ratings
     FROM rollup_half_hour WHERE unit LIKE $1 GROUP BY 1, 2
     HAVING sum(issued + very_satisfied + satisfied + neutral + dissatisfied + very_dissatisfied) > 0 ORDER BY 1, 2`,
    [like],
  );
  const states = await pool.query<{ unit: string; counter: string; state: string }>(
    `SELECT DISTINCT ON (unit, data ->> 'counter') unit, data ->> 'counter' AS counter,
       CASE type WHEN 'counter.opened' THEN 'open' WHEN 'counter.paused' THEN 'paused' ELSE 'closed' END AS state
     FROM event WHERE type LIKE 'counter.%' AND unit LIKE $1
     ORDER BY unit, data ->> 'counter', at DESC, source COLLATE "C" DESC, id COLLATE "C" DESC`,
    [like],
  );
  const counters: Record<string, Record<string, string>> = {};
  for (const { unit, counter, state } of states.rows)
    counters[unit] = { ...counters[unit], [counter]: state };
  return { events: events.rows, rollups: rollups.rows, counters };
}
