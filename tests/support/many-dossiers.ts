import type { Pool, PoolClient } from 'pg';
import { sumsOfDossiers } from './many-dossier-sums.ts';

/**
 * Dossiers by the million, straight into the read tables: through the door they would take hours. A test hands the same
 * facts in at the door and finds the same rows.
 */
export type ManyDossiers = {
  root: string;
  units: readonly string[];
  zone: string;
  perMonth: number;
  /** Epoch ms: nothing happens later. */
  now: number;
};

const DAY_SECONDS = 86_400;
const MONTH_SECONDS = 30 * DAY_SECONDS;
const LIMITS = [1, 1, 2, 1, 1, 1, 3, 1, 3, 3, 10, 20, 10, 3];

/** A whole number in [0, most), by dossier and question. */
const chance = (question: number, most: number): string =>
  `mod(abs(hashint8extended(n, ${question}) / 2), ${most})`;

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`;
const fact = (kind: string, at: string, more = ''): string =>
  `jsonb_build_object('kind', '${kind}', 'at', ${ms(at)}, 'unit', unit, 'source', '/bench', 'id', n || '/${kind}-' || ${ms(at)}${more})`;
const when = (condition: string, one: string): string =>
  `CASE WHEN ${condition} THEN jsonb_build_array(${one}) ELSE '[]' END`;

/** Dossiers numbered from $3 to $4, received in the month that begins at $5; some are settled after they were due. */
const DOSSIERS = `
WITH a AS MATERIALIZED (
  SELECT n, ($2::text[])[1 + n % cardinality($2::text[])] AS unit, 'p' || ${chance(1, LIMITS.length)} AS procedure,
    (ARRAY[${LIMITS.join(', ')}])[1 + ${chance(1, LIMITS.length)}::int] AS days, 'body-' || ${chance(2, 5)} AS handler,
    CASE WHEN ${chance(3, 100)} < 45 THEN 'online_full' ELSE 'counter' END AS channel,
    $5::timestamptz + ${chance(4, MONTH_SECONDS)} * interval '1 second' AS received_at, ${chance(5, 1000)} < 12 AS late
  FROM generate_series($3::bigint, $4::bigint) AS n
), b AS MATERIALIZED (
  SELECT *, (received_at AT TIME ZONE $6)::date AS received_day,
    ((received_at AT TIME ZONE $6)::date + days + 1)::timestamp AT TIME ZONE $6 AS late_from
  FROM a
), c AS MATERIALIZED (
  SELECT *, CASE WHEN late THEN late_from + ${chance(6, 6 * DAY_SECONDS)} * interval '1 second'
    ELSE received_at + trunc(extract(epoch FROM late_from - received_at) * ${chance(6, 950)} / 1000) * interval '1 second' END AS settling_at,
    CASE WHEN late THEN 'done' WHEN ${chance(7, 1000)} < 12 THEN 'withdrawn' WHEN ${chance(7, 1000)} < 16 THEN 'stopped'
      WHEN ${chance(7, 1000)} < 36 THEN 'refused' ELSE 'done' END AS resulting
  FROM b
), d AS MATERIALIZED (
  SELECT *, CASE WHEN settling_at <= $7 THEN settling_at END AS settled_at,
    CASE WHEN settling_at <= $7 THEN resulting END AS result,
    settling_at + interval '1 hour' + ${chance(8, 4 * DAY_SECONDS)} * interval '1 second' AS delivering_at,
    settling_at <= $7 AND ${chance(9, 1000)} < 4 AS slip
  FROM c
), e AS MATERIALIZED (
  SELECT *, CASE WHEN result IN ('done', 'refused') AND delivering_at <= $7 AND ${chance(10, 100)} >= 5 THEN delivering_at END AS delivered_at,
    settled_at + interval '30 minutes' AS again_at
  FROM d
)
INSERT INTO dossier (root, dossier, unit, state, procedure, channel, handler, submitted_at, received_at, received_day, due_at,
  due_day, due_kind, late_from, settled_at, settled_day, result, open_until, delivered_at, extensions, supplements, faults, facts)
SELECT $1, 'D' || n, unit, CASE WHEN settled_at IS NULL THEN 'open' ELSE 'settled' END, procedure, channel, handler,
  CASE WHEN channel = 'online_full' THEN received_at - interval '2 hours' END, received_at, received_day,
  late_from - interval '1 millisecond', received_day + days, 'day', late_from, settled_at, (settled_at AT TIME ZONE $6)::date,
  result, settled_at, delivered_at, 0, 0, CASE WHEN slip THEN '{second_result}' ELSE '{}' END::text[],
  ${when(`channel = 'online_full'`, fact('submitted', `received_at - interval '2 hours'`, `, 'procedure', procedure, 'channel', channel`))}
  || ${when('true', fact('received', 'received_at', `, 'procedure', procedure, 'channel', channel, 'handler', handler, 'dueAt', (received_day + days)::text`))}
  || ${when('settled_at IS NOT NULL', fact('settled', 'settled_at', `, 'result', result`))}
  || ${when('slip', fact('settled', 'again_at', `, 'result', 'stopped'`))}
  || ${when('delivered_at IS NOT NULL', fact('delivered', 'delivered_at'))}
FROM e`;

/** Letters for most of the late ones, of which only what lists read is filled in. */
const LETTERS = `INSERT INTO apology (root, apology, unit, day, step, dossier, cause, drafted_at, facts)
  SELECT root, 'X' || dossier, unit, due_day + 1, 'drafted', dossier, 'staff', late_from, '[]' FROM dossier
  WHERE root = $1 AND result = 'done' AND settled_at >= late_from AND received_at >= $2 AND received_at < $3
    AND hashtext(dossier) % 10 <> 0`;

/**
 * Adds the dossiers of some months of thirty days, counted back from now (0: the last), to those that are there, and
 * reckons every sum anew. Indexes are made afterwards, which is several times faster.
 */
export async function addMonths(pool: Pool, many: ManyDossiers, first: number, until: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'`);
    await add(client, many, first, until);
  } finally {
    // Its settings go with it.
    client.release(true);
  }
}

async function add(client: PoolClient, many: ManyDossiers, first: number, until: number): Promise<void> {
  const { root, units, zone, perMonth, now } = many;
  const month = (back: number): Date => new Date(now - back * MONTH_SECONDS * 1000);
  const indexes = await client.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = 'dossier' AND indexname NOT LIKE '%pkey'`,
  );
  for (const { name } of indexes.rows) await client.query(`DROP INDEX "${name}"`);
  for (let back = first; back < until; back++) {
    const numbers = [back * perMonth, (back + 1) * perMonth - 1];
    await client.query(DOSSIERS, [root, units, ...numbers, month(back + 1), zone, new Date(now)]);
  }
  for (const { made } of indexes.rows) await client.query(made);
  await client.query(LETTERS, [root, month(until), month(first)]);
  for (const statement of sumsOfDossiers) await client.query(statement);
  for (const table of [
    'dossier',
    'apology',
    'dossier_tally',
    ...['day', 'month', 'unit_month'].map((grain) => `rollup_dossier_${grain}`),
  ])
    await client.query(`VACUUM (ANALYZE) ${table}`);
}
