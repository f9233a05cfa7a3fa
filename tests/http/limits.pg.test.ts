import { afterAll, beforeAll, expect, it } from 'vitest';
import { RATES } from '../../server/http/limits.ts';
import { bearer } from '../support/city.ts';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { sendRaw } from '../support/raw-http.ts';
import { type SignedIn, signIn } from '../support/signed-in.ts';

// This very machine stands in front of the server as its proxy, so every test can come from addresses of its own.
let city: CityServer;
let people: SignedIn[];
beforeAll(async () => {
  city = await openCityServer({ env: { TRUSTED_PROXIES: '127.0.0.0/8, ::1' } });
  const door = await city.server.door();
  const at = { url: city.server.url, door };
  people = [
    await signIn(at, { role: 'leader', area: 'city' }),
    await signIn(at, { role: 'leader', area: 'city' }),
  ];
  await door.close();
});
afterAll(() => city.close());

const PATH = '/api/v1/nowhere';
const ask = (from: string, headers: Record<string, string> = {}, path = PATH): Promise<Response> =>
  fetch(`${city.server.url}${path}`, { headers: { 'x-forwarded-for': from, ...headers } });

/** Asks `times` times in a row on one connection; how many were answered with each status. */
async function flood(
  times: number,
  from: string,
  headers: Record<string, string> = {},
): Promise<Record<string, number>> {
  const given = { host: 'localhost', 'x-forwarded-for': from, ...headers };
  const head = Object.entries(given).map(([name, value]) => `${name}: ${value}\r\n`);
  const one = `GET ${PATH} HTTP/1.1\r\n${head.join('')}\r\n`;
  const last = `GET /livez HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`;
  const answers = await sendRaw(city.server.port, one.repeat(times) + last, null, 60_000);
  const counts: Record<string, number> = {};
  for (const [, status = ''] of answers.matchAll(/HTTP\/1\.1 (\d+) /g))
    counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

it('whoever is nobody waits when the address has asked enough, and nobody else does', async () => {
  const { points } = RATES.addressRequests;
  expect(await flood(points + 100, '198.51.100.1')).toEqual({ 404: points, 429: 100, 200: 1 });
  const told = await ask('198.51.100.1');
  expect(told.status).toBe(429);
  expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(told.headers.get('retry-after'))).toBeLessThanOrEqual(RATES.addressRequests.duration);
  expect(await told.json()).toMatchObject({ code: 'rate_limited', status: 429 });
  // Those who are known at the same address, and those who are nobody at another.
  expect((await ask('198.51.100.1', people[0]?.headers)).status).toBe(404);
  expect((await ask('198.51.100.1', bearer(city.key.secret))).status).toBe(404);
  expect((await ask('198.51.100.2')).status).toBe(404);
  // What nobody may claim: another address on the way to the same proxy, and a wrong key.
  expect((await ask('198.51.100.9, 198.51.100.1')).status).toBe(429);
  expect((await ask('198.51.100.1', bearer(`td_${'C'.repeat(43)}`), '/api/v1/events')).status).toBe(405);
  const wrong = await fetch(`${city.server.url}/api/v1/events`, {
    method: 'POST',
    headers: { 'x-forwarded-for': '198.51.100.1', ...bearer(`td_${'C'.repeat(43)}`) },
    body: '[]',
  });
  expect(wrong.status).toBe(429);
  // Programs that watch over the server are never told to wait.
  expect((await ask('198.51.100.1', {}, '/livez')).status).toBe(200);
});

it('a person waits wherever they ask from, and nobody beside them does', async () => {
  const { points } = RATES.personRequests;
  const [greedy, calm] = people;
  const counts = await flood(points, '198.51.100.3', { cookie: greedy?.cookie ?? '' });
  expect(counts[404]).toBeGreaterThanOrEqual(points - 10);
  for (const from of ['198.51.100.3', '198.51.100.4'])
    await expect.poll(async () => (await ask(from, greedy?.headers)).status).toBe(429);
  expect((await ask('198.51.100.3', calm?.headers)).status).toBe(404);
  expect((await ask('198.51.100.3')).status).toBe(404);
});

it('a key waits for its own reads, and goes on sending', async () => {
  const { points } = RATES.keyReads;
  const greedy = await city.makeKey({ area: 'city' });
  const counts = await flood(points + 50, '198.51.100.5', bearer(greedy.secret));
  expect(counts[404]).toBeGreaterThanOrEqual(points);
  expect((await city.post([{}], { secret: greedy.secret })).status).toBe(207);
  expect((await ask('198.51.100.5', bearer(city.key.secret))).status).toBe(404);
});
