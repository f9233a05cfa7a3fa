import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import type { WallMade } from '../../lib/wire/access/administration.ts';
import type { AreaBoard } from '../../lib/wire/board.ts';
import { soaking } from '../support/law-runs.ts';
import { send, signIn } from '../support/signed-in.ts';
import { type LiveCity, openLiveCity } from './live-city.ts';
import { openStallingLine, type StallingLine } from './stalling-line.ts';
import type { Told } from './test-city-day.ts';
import { BIEN, NUI, WARDS } from './test-city-tree.ts';

/** `npm run soak`: an hour; else as long as it takes to see everything once. */
const ROUNDS = soaking ? 40 : 1;
const CALM_MS = soaking ? 60_000 : 10_000;
/** A city of 53 units has about one event in three seconds: sixty times as many. */
const EVENTS_A_SECOND = 20;
const UNITS = [...NUI, ...BIEN, WARDS.live.code, WARDS.nobody.code];
const ZONE = 'Asia/Ho_Chi_Minh';
/** So that the first minute crosses a midnight and the end of a month. */
const EVE = Date.parse('2026-11-30T23:59:15+07:00');

/** Measured on 643 nodes and 329 listeners: 2 and 1. A tile has about ten nodes, a mark or a notice as many. */
const MORE_NODES = 150;
const MORE_LISTENERS = 20;
/**
 * Bytes. In its first minute a page of 4.8 MB gains 0.4 MB of compiled code and caches; boards that nothing lets go, one
 * a second, would be a megabyte more. A page lives a day until its reload at night: 50 kB a minute are 72 MB by then.
 */
const HEAP_A_MINUTE = soaking ? 50_000 : 800_000;
/** Bytes. Measured: 0.2 MB. */
const HEAP_OF_A_RELOAD = 1_500_000;

const ahead = EVE - Date.now();
const now = (): number => Date.now() + ahead;

const test = base.extend<object, { city: LiveCity; line: StallingLine }>({
  city: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const city = await openLiveCity({
        zone: ZONE,
        now,
        nodeFlags: ['--import', join(import.meta.dirname, '..', 'support', 'shifted-clock.mjs')],
        env: { CLOCK_AHEAD_MS: String(ahead) },
      });
      await use(city);
      await city.remove();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  line: [
    async ({ city }, use) => {
      const line = await openStallingLine(city.server.port);
      await use(line);
      await line.close();
    },
    { scope: 'worker' },
  ],
});

const link = (page: Page) => page.locator('header [data-link]');
const waiting = (page: Page) => page.locator('[data-figure]').nth(3).locator('[data-read]');

/** Tickets that are issued, called, finished and rated, so many a second, until it is stopped. */
function keepTelling(city: LiveCity): { stop(): Promise<number> } {
  let n = 0;
  let going = true;
  const run = (async () => {
    while (going) {
      const batch: Told[] = [];
      for (let i = 0; i < EVENTS_A_SECOND; i += 1) {
        const k = n++;
        const unit = UNITS[k % UNITS.length] ?? '';
        const ticket = `s${Math.floor(k / (UNITS.length * 3))}`;
        const step = Math.floor(k / UNITS.length) % 3;
        const at = now();
        if (step === 0)
          batch.push({
            unit,
            type: 'ticket.issued',
            at,
            data: { ticket, number: ticket.toUpperCase(), service: 'ho-tich' },
          });
        else if (step === 1) batch.push({ unit, type: 'ticket.called', at, data: { ticket, counter: '1' } });
        else batch.push({ unit, type: 'ticket.finished', at, data: { ticket, outcome: 'received' } });
      }
      const from = performance.now();
      // While the server is away nothing is told; a machine would send it later.
      await city.tell(batch).catch(() => undefined);
      await new Promise((done) => setTimeout(done, Math.max(0, 1_000 - (performance.now() - from))));
    }
  })();
  return {
    async stop() {
      going = false;
      await run;
      return n;
    },
  };
}

type Weight = { minutes: number; nodes: number; listeners: number; heap: number };

/** Of the page that is open: what nothing holds any more is thrown away first. */
async function weigh(session: CDPSession): Promise<Weight> {
  for (let turn = 0; turn < 2; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    minutes: performance.now() / 60_000,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    heap: of('JSHeapUsedSize'),
  };
}

/** Bytes of the heap a minute, by least squares over a page that was never reloaded. */
function slopeOf(weights: readonly Weight[]): number {
  const mean = (of: (one: Weight) => number): number =>
    weights.reduce((sum, one) => sum + of(one), 0) / weights.length;
  const [minutes, heap] = [mean((one) => one.minutes), mean((one) => one.heap)];
  const spread = mean((one) => (one.minutes - minutes) ** 2);
  return mean((one) => (one.minutes - minutes) * (one.heap - heap)) / spread;
}

test('W5, W6: a wall over midnight, cuts, restarts and a reload without a server is right or visibly old, never blank, and gains no weight', async ({
  browser,
  city,
  line,
}, { project }) => {
  test.setTimeout(soaking ? 2 * 3_600_000 : 175_000);
  const door = await city.server.door();
  const admin = await signIn({ url: city.server.url, door }, { role: 'admin', area: null });
  await door.close();
  const pair = async (body: object): Promise<WallMade> =>
    (await send(city.server.url, '/api/v1/admin/walls', body, admin.headers)).json();
  const { token } = await pair({ name: 'Soak', area: 'tp', view: 'command' });
  const context = await browser.newContext({
    baseURL: line.url,
    viewport: { width: 1920, height: 1080 },
    timezoneId: ZONE,
  });
  const thrown: string[] = [];
  context.on('weberror', (fault) => thrown.push(fault.error().message));
  const tv = await context.newPage();
  const session = await context.newCDPSession(tv);
  await session.send('Performance.enable');
  await tv.goto(`/wall#${token}`);
  await expect(link(tv)).toHaveAttribute('data-link', 'live');
  // W5: a TV that was only just opened survives a reload.
  await expect
    .poll(() => tv.evaluate(() => caches.match('/wall').then(Boolean)), { timeout: 5_000 })
    .toBe(true);
  const shot = (name: string) => tv.screenshot({ path: `${project.outputDir}/screens/soak-${name}.png` });

  /** Never blank: the time of day, the time of the data and every unit. */
  const isThere = async (): Promise<void> => {
    await expect(tv.locator('[data-clock]')).toHaveText(/^\d+:\d\d$/);
    await expect(tv.locator('[data-as-of]')).toBeVisible();
    await expect(tv.locator('[data-mosaic] i')).toHaveCount(53);
  };
  /** What the API says of those who wait, over the units that are heard. */
  const told = async (): Promise<number> => {
    const { board } = (await city.read('/areas/tp/board')) as { board: AreaBoard };
    return Object.values(board.units).reduce(
      (sum, { w, q }) => sum + (q !== null && now() >= q ? 0 : (w ?? 0)),
      0,
    );
  };
  /** Right: what the wall shows is what the API said just before or just after. */
  const isRight = async (): Promise<void> => {
    await expect
      .poll(async () => {
        const before = await told();
        const shown = Number((await waiting(tv).textContent())?.replaceAll('.', ''));
        const after = await told();
        return (
          shown >= Math.min(before, after) - EVENTS_A_SECOND &&
          shown <= Math.max(before, after) + EVENTS_A_SECOND
        );
      })
      .toBe(true);
  };

  const telling = keepTelling(city);
  await expect(tv.locator('footer')).toContainText('tháng 11');
  await expect(tv.locator('footer')).toContainText('tháng 12', { timeout: 70_000 });
  await isThere();
  await isRight();
  await shot('midnight');
  const weights = [await weigh(session)];

  for (let round = 0; round < ROUNDS; round += 1) {
    const calmUntil = performance.now() + CALM_MS;
    while (performance.now() < calmUntil) {
      await isRight();
      await isThere();
      await tv.waitForTimeout(500 + Math.random() * 1_500);
    }

    // A cable is pulled: amber, then grey with its age.
    line.stall();
    await expect(link(tv)).toHaveAttribute('data-link', 'late', { timeout: 9_000 });
    await expect(tv.getByText('Đang kết nối lại')).toBeVisible();
    await isThere();
    await expect(tv.locator('[data-notice="lost"]')).toBeVisible({ timeout: 28_000 });
    await expect(tv.locator('[data-age]')).toHaveText(/^Số liệu cách đây \d+ giây/);
    await isThere();
    if (round === 0) await shot('lost');
    line.resume();
    await expect(link(tv)).toHaveAttribute('data-link', 'live', { timeout: 40_000 });

    await isRight();
    weights.push(await weigh(session));

    // The server goes away, and the last time somebody reloads the TV meanwhile: the page before it lives long enough
    // to be weighed.
    await city.server.stop();
    if (round === ROUNDS - 1) {
      await tv.reload();
      await isThere();
      await expect(tv.locator('[data-notice="lost"]')).toBeVisible({ timeout: 35_000 });
      await shot('reloaded-without-server');
    }
    await city.server.restart();
    await expect(link(tv)).toHaveAttribute('data-link', 'live', { timeout: 40_000 });
    await isRight();
    await isThere();
  }

  const slope = slopeOf(weights);
  const reloaded = await weigh(session);
  console.info(
    `wall soak: ${await telling.stop()} events, ${JSON.stringify({ slope: Math.round(slope), weights, reloaded })}`,
  );
  // Right to the ticket once nothing moves any more.
  await expect
    .poll(async () => Number((await waiting(tv).textContent())?.replaceAll('.', '')))
    .toBe(await told());
  const [first] = weights;
  for (const one of [...weights.slice(1), reloaded]) {
    expect.soft(one.nodes).toBeLessThan((first?.nodes ?? 0) + MORE_NODES);
    expect.soft(one.listeners).toBeLessThan((first?.listeners ?? 0) + MORE_LISTENERS);
  }
  expect.soft(slope).toBeLessThan(HEAP_A_MINUTE);
  expect.soft(reloaded.heap).toBeLessThan((first?.heap ?? 0) + HEAP_OF_A_RELOAD);
  expect(thrown).toEqual([]);
  await context.close();
});
