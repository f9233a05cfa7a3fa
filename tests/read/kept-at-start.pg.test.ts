import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { ticketEvent } from '../support/cloud-events.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY_MS = 86_400_000;
// A day is over some minutes after its midnight: not the last one.
const TOLD = [3, 2].map((days) => Date.now() - days * DAY_MS);

let city: CityServer;
beforeAll(async () => {
  city = await openCityServer();
});
afterAll(() => city.close());

const kept = async (table: string): Promise<string[]> =>
  (
    await city.database.pool.query<{ day: string }>(
      `SELECT DISTINCT day::text AS day FROM ${table} ORDER BY 1`,
    )
  ).rows.map(({ day }) => day);

test('P6: what was not kept of days that are over is kept soon after a start, before anybody asks for it', async () => {
  const told = await city.post(TOLD.map((at) => ticketEvent({ time: new Date(at).toISOString() })));
  expect(told.results.map(({ status }) => status)).toEqual(['stored', 'stored']);
  // As an upgrade finds it that brings the table.
  expect(await kept('rollup_pooled_day')).toEqual([]);
  await city.server.stop();
  await city.server.restart();
  const line = await city.server.logged(({ msg }) => msg === 'past days kept');
  expect(line.days).toBeGreaterThan(0);
  for (const table of ['rollup_pooled_day', 'rollup_pooled_dossier_day'])
    expect((await kept(table)).slice(0, 2), table).toEqual(TOLD.map((at) => localDay(ZONE, at)));
});
