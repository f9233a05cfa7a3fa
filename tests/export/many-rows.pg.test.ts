import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../lib/domain/zoned-time.ts';
import { EXPORT_FORMATS } from '../../lib/wire/export-format.ts';
import { type AdminServer, openAdminServer } from '../support/admin-server.ts';
import { keptBytes } from '../support/kept-bytes.ts';
import { soaking } from '../support/law-runs.ts';
import { slopeOf } from '../support/slope.ts';

/** `npm run soak` writes the million. */
const ROWS = soaking ? 1_000_000 : 60_000;
/** Parts of the year that are asked for, and with it of the rows. */
const PARTS = soaking ? [0.1, 0.25, 0.5, 1] : [0.25, 0.5, 1];
/** Bytes that may be kept more for 100,000 rows more: a hundredth of what the rows would take, as far as noise lets it be seen. */
const MOST_KEPT = soaking ? 1_000_000 : 8_000_000;
/** Bytes of a file between two looks at the memory. */
const LOOK = Math.max(256_000, ROWS * 4);

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

type ReadFile = { bytes: number; tail: string; kept: number };

/** Reads a file to its end; how long it was, what it ended with, and the most that was kept in memory meanwhile. */
async function through(path: string): Promise<ReadFile> {
  const response = await fetch(`${city.url}${path}`, {
    headers: { cookie: 'thuoc_do.session_token=leader' },
  });
  expect(response.status).toBe(200);
  let bytes = 0;
  let looked = 0;
  let tail = Buffer.alloc(0);
  let kept = keptBytes();
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    const chunk = read.value;
    bytes += chunk.length;
    tail = Buffer.concat([tail, chunk]).subarray(-2000);
    if (bytes - looked < LOOK) continue;
    looked = bytes;
    kept = Math.max(kept, keptBytes());
  }
  return { bytes, tail: tail.toString(), kept };
}

test.each(EXPORT_FORMATS)(
  `%s of ${ROWS} rows comes whole, tells how far it is, and keeps no more memory than one of a few`,
  async (format) => {
    const name = `export-of-${format}`;
    const points: [rows: number, kept: number][] = [];
    let read: ReadFile = { bytes: 0, tail: '', kept: 0 };
    const startedAt = performance.now();
    for (const part of PARTS) {
      const days = Math.floor(365 * part);
      const to = addDays('2025-01-01', days - 1);
      read = await through(
        `/api/v1/tickets?area=city&from=2025-01-01&to=${to}&format=${format}&progress=${name}`,
      );
      points.push([Math.round((ROWS * days) / 365), read.kept]);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const slope = slopeOf(points) * 100_000;
    console.info(
      `${format}: ${(read.bytes / 1e6).toFixed(1)} MB; kept ${points.map(([rows, kept]) => `${(kept / 1e6).toFixed(1)} MB at ${rows} rows`).join(', ')}: ${(slope / 1e6).toFixed(2)} MB more for 100,000 rows (${seconds.toFixed(1)} s)`,
    );
    const { body } = await city.ask('leader', 'GET', `/api/v1/exports/${name}`);
    expect(body).toEqual({ rows: ROWS, of: ROWS });
    // Nobody else hears of it.
    const other = await city.ask('inspector', 'GET', `/api/v1/exports/${name}`);
    expect(other.body).toEqual({ rows: 0, of: null });
    if (format === 'csv') expect(read.tail.endsWith('\r\n')).toBe(true);
    if (format === 'json') expect(read.tail.endsWith('\n]\n')).toBe(true);
    expect(slope).toBeLessThan(MOST_KEPT);
  },
  1_800_000,
);

test('the same look at the memory sees rows that are kept', () => {
  const held: object[] = [];
  const points = PARTS.map((part): [rows: number, kept: number] => {
    const rows = Math.floor(ROWS * part);
    while (held.length < rows)
      held.push({ ticket: `t${held.length}`, number: `A${held.length}`, at: new Date() });
    return [held.length, keptBytes()];
  });
  expect(slopeOf(points) * 100_000).toBeGreaterThan(MOST_KEPT);
  expect(held.length).toBe(ROWS);
});
