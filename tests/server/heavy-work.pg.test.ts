import { afterAll, beforeAll, expect, test } from 'vitest';
import { HEAVY, HEAVY_KINDS } from '../../server/http/limits.ts';
import { areaDefinition, bearer, defineAll, type TestKey } from '../support/city.ts';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { ticketEvent } from '../support/cloud-events.ts';

/** Wards of the city beside those of the test tree: a year's report of so many is twenty sheets. */
const WARDS = 123;
const ASKERS = 40;
/**
 * Of an event on its way to a screen, ms: half of them, nearly all. 250 of it is the merging of deltas, and the contract
 * says a second. Drawn on the thread of the server half took 470.
 */
const ON_TIME = { half: 400, most: 1000 };

let city: CityServer;
let keys: TestKey[];
beforeAll(async () => {
  city = await openCityServer();
  const door = await city.server.door();
  await defineAll(
    door,
    Array.from({ length: WARDS }, (_, at) => areaDefinition(`w${at}`, 'city', 'ward')),
  );
  await door.close();
  keys = [];
  for (let at = 0; at < ASKERS; at += 1) keys.push(await city.makeKey({ area: 'city' }));
});
afterAll(() => city.close());

const ask = (path: string, key: TestKey | undefined, signal?: AbortSignal): Promise<Response> =>
  fetch(`${city.server.url}/api/v1${path}`, { headers: bearer(key?.secret ?? ''), signal });

/** How long each event takes to the screen of a leader while `work` goes on, ms, in order of length. */
async function lagsWhile(work: Promise<unknown>): Promise<number[]> {
  let going = true;
  const done = work.finally(() => {
    going = false;
  });
  const watcher = await city.watcher();
  await watcher.watch('city');
  const lags: number[] = [];
  while (going) {
    const sentAt = performance.now();
    const shown = watcher.delta(({ put }) => 'units/a' in put);
    expect((await city.post(ticketEvent())).status).toBe(200);
    await shown;
    lags.push(performance.now() - sentAt);
  }
  watcher.close();
  await done;
  return lags.sort((a, b) => a - b);
}

/** The metric of a kind, as Prometheus reads it. */
async function metric(name: string, kind: string): Promise<number> {
  const text = await (await city.get('/metrics')).text();
  return Number(new RegExp(`^thuoc_do_heavy_${name}{kind="${kind}"} (\\d+)$`, 'm').exec(text)?.[1]);
}

test('forty who want the year of a city at once: some have it in turn, the rest is told when to come, and boards stay on time', async () => {
  const quiet = await lagsWhile(ask('/areas/city/report?kind=year', keys[0]));
  let answers: Response[] = [];
  const lags = await lagsWhile(
    Promise.all(keys.map((key) => ask('/areas/city/report.pdf?kind=year', key))).then(async (all) => {
      answers = all;
      for (const one of all.filter(({ ok }) => ok))
        expect(
          Buffer.from(await one.arrayBuffer())
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-');
    }),
  );
  const served = answers.filter(({ status }) => status === 200).length;
  const refused = answers.filter(({ status }) => status === 503).length;
  expect(served + refused).toBe(ASKERS);
  expect(served).toBeGreaterThanOrEqual(HEAVY.report.atOnce);
  // Some may leave the line by its longest wait; nobody gets in who found it full.
  expect(refused).toBeGreaterThanOrEqual(ASKERS - HEAVY.report.atOnce - HEAVY.report.waiting);
  for (const answer of answers.filter(({ status }) => status === 503)) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ code: 'too_much_at_once' });
  }
  expect(await metric('refused_total', 'report')).toBe(refused);
  expect(await metric('running', 'report')).toBe(0);
  const at = (part: number): number => Math.round(lags[Math.floor((lags.length - 1) * part)] ?? 0);
  console.info(
    `${served} drawn, ${refused} refused; ${lags.length} events on the way meanwhile: half within ${at(0.5)} ms, 95 % within ${at(0.95)} ms, the longest ${at(1)} ms (${Math.round(quiet.at(-1) ?? 0)} ms before)`,
  );
  expect(lags.length).toBeGreaterThan(3);
  expect(at(0.5)).toBeLessThan(ON_TIME.half);
  expect(at(0.95)).toBeLessThan(ON_TIME.most);
});

test('whoever goes away leaves the line, of past boards, reports and files alike', async () => {
  const at = encodeURIComponent(new Date(Date.now() - 60_000).toISOString());
  const today = new Date().toISOString().slice(0, 10);
  const paths = [
    `/areas/city/replay?at=${at}&known=now`,
    '/areas/city/report?kind=year',
    `/tickets?area=city&from=2020-01-01&to=${today}&format=csv`,
  ];
  const going = new AbortController();
  const all = paths.flatMap((path) => keys.map((key) => ask(path, key, going.signal)));
  // The first answers show that work is under way; the others are still in line, or on their way to it.
  await Promise.race(all);
  going.abort();
  await Promise.allSettled(all);
  for (const kind of HEAVY_KINDS) {
    await expect.poll(() => metric('running', kind), { timeout: 20_000 }).toBe(0);
    expect(await metric('waiting', kind)).toBe(0);
  }
  for (const path of paths) expect((await ask(path, keys[0])).status).toBe(200);
});
