import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../lib/wire/export-format.ts';
import { type AdminServer, openAdminServer } from '../support/admin-server.ts';
import { soaking } from '../support/law-runs.ts';

/** `npm run soak` writes the million. */
const ROWS = soaking ? 1_000_000 : 60_000;
const DAYS = 'from=2025-01-01&to=2025-12-31';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
  // Rows of two wards over a year, as they would stand there: a million of them through the door take an hour.
  await city.core.database.pool.query(
    `INSERT INTO ticket (unit, ticket, number, service, state, pending, service_day, half_hour, wait_start_at, facts)
     SELECT CASE WHEN n % 2 = 0 THEN 'a' ELSE 'b' END, 't' || n, '=A' || n, 'civil', 'finished', false,
       day, 16, (day + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' + n * interval '1 millisecond', '[]'
     FROM (SELECT n, date '2025-01-01' + (n % 365) AS day FROM generate_series(1, $1) AS n) s`,
    [ROWS],
  );
  await city.core.database.pool.query('ANALYZE ticket');
}, 600_000);
afterAll(() => city.close());

/** Reads a file to its end; how long it was, what it ended with, and how the memory stood at a quarter and at the end. */
async function through(path: string) {
  const response = await fetch(`${city.url}${path}`, {
    headers: { cookie: 'thuoc_do.session_token=leader' },
  });
  expect(response.status).toBe(200);
  let bytes = 0;
  let tail = Buffer.alloc(0);
  const memory: number[] = [];
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    const chunk = read.value;
    bytes += chunk.length;
    tail = Buffer.concat([tail, chunk]).subarray(-2000);
    memory.push(process.memoryUsage().rss);
  }
  const from = memory[Math.floor(memory.length / 4)] ?? 0;
  return { bytes, tail: tail.toString(), grown: Math.max(...memory.slice(memory.length / 4)) - from };
}

test.each(EXPORT_FORMATS)(
  `%s of ${ROWS} rows comes whole, at a flat memory, and tells how far it is`,
  async (format) => {
    const name = `export-of-${format}`;
    const startedAt = performance.now();
    const { bytes, tail, grown } = await through(
      `/api/v1/tickets?area=city&${DAYS}&format=${format}&progress=${name}`,
    );
    const seconds = (performance.now() - startedAt) / 1000;
    console.info(
      `${format}: ${ROWS} rows, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s, memory +${(grown / 1e6).toFixed(0)} MB`,
    );
    const { body } = await city.ask('leader', 'GET', `/api/v1/exports/${name}`);
    expect(body).toEqual({ rows: ROWS, of: ROWS });
    // Nobody else hears of it.
    const other = await city.ask('inspector', 'GET', `/api/v1/exports/${name}`);
    expect(other.body).toEqual({ rows: 0, of: null });
    if (format === 'csv') expect(tail.endsWith('\r\n')).toBe(true);
    if (format === 'json') expect(tail.endsWith('\n]\n')).toBe(true);
    // The whole would be hundreds of MB at a million rows; what is collected late comes and goes.
    expect(grown).toBeLessThan(128_000_000);
  },
  900_000,
);
