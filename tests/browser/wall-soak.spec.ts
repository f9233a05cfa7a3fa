import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import type { WallMade } from '../../lib/wire/access/administration.ts';
import type { AreaBoard } from '../../lib/wire/board.ts';
import { soaking } from '../support/law-runs.ts';
import { send, signIn } from '../support/signed-in.ts';
import { type LiveCity, openLiveCity } from './live-city.ts';
import { grown, rendererOf, slopeOf, weigh } from './page-weight.ts';
import { openStallingLine, type StallingLine } from './stalling-line.ts';
import type { Told } from './test-city-day.ts';
import { BIEN, NUI, WARDS } from './test-city-tree.ts';

/** `npm run soak`: an hour in which a cable is pulled 20 times and the server goes away 8 times; else each once. */
const CUTS = soaking ? 20 : 1;
const RESTARTS = soaking ? 8 : 1;
const ROUND_MS = soaking ? 180_000 : 0;
/** At least so long nothing is done to the wall in each round, and it is compared. */
const CALM_MS = soaking ? 60_000 : 10_000;
/** Moments at which every number is held against the API, and nothing moves meanwhile. */
const MOMENTS = soaking ? 200 : 6;
/** Rounds until what is loaded once is loaded. */
const WARM_UP = soaking ? 4 : 0;
/** Of what must come within seconds; a machine that does other work is given more. */
const PATIENCE = soaking ? 3 : 1;
/** A city of 53 units has about one event in three seconds: sixty times as many. */
const EVENTS_A_SECOND = 20;
const UNITS = [...NUI, ...BIEN, WARDS.live.code, WARDS.nobody.code];
const ZONE = 'Asia/Ho_Chi_Minh';
/** So that the first minute crosses a midnight and the end of a month. */
const EVE = Date.parse('2026-11-30T23:59:15+07:00');

/**
 * Measured on 643 nodes and 329 listeners: 2 and 1. A tile has about ten nodes, a mark or a notice as many. In its first
 * minute a page of 4.8 MB gains up to 0.7 MB of compiled code and caches; boards that nothing lets go, one a second, would be a
 * megabyte more. After its warm-up it may gain a megabyte an hour.
 */
const LIMITS = { nodes: 150, listeners: 20, heapAMinute: soaking ? 1_000_000 / 60 : 1_000_000 };
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

// A recorder lives in the page that is weighed, and writes for an hour.
test.use({ trace: 'off' });

const link = (page: Page) => page.locator('header [data-link]');
const waiting = (page: Page) => page.locator('[data-figure]').nth(3).locator('[data-read]');

/** Tickets that are issued, called and finished, so many a second, until it is stopped. */
function keepTelling(city: LiveCity) {
  let n = 0;
  let going = true;
  let held: Promise<void> | null = null;
  let telling: Promise<void> = Promise.resolve();
  const batch = (): Told[] =>
    Array.from({ length: EVENTS_A_SECOND }, () => {
      const k = n++;
      const unit = UNITS[k % UNITS.length] ?? '';
      const ticket = `s${Math.floor(k / (UNITS.length * 3))}`;
      const at = now();
      switch (Math.floor(k / UNITS.length) % 3) {
        case 0: {
          const data = { ticket, number: ticket.toUpperCase(), service: 'ho-tich' };
          return { unit, type: 'ticket.issued', at, data };
        }
        case 1:
          return { unit, type: 'ticket.called', at, data: { ticket, counter: '1' } };
        default:
          return { unit, type: 'ticket.finished', at, data: { ticket, outcome: 'received' } };
      }
    });
  const run = (async () => {
    while (going) {
      await held;
      const from = performance.now();
      // While the server is away nothing is told; a machine would send it later.
      telling = city.tell(batch()).catch(() => undefined);
      await telling;
      await new Promise((done) => setTimeout(done, Math.max(0, 1_000 - (performance.now() - from))));
    }
  })();
  return {
    /** Nothing is told while `look` runs. */
    async quietly(look: () => Promise<void>): Promise<void> {
      let goOn = (): void => {};
      held = new Promise((resolve) => {
        goOn = resolve;
      });
      await telling;
      await look();
      held = null;
      goOn();
    },
    async stop(): Promise<number> {
      going = false;
      await run;
      return n;
    },
  };
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
    .poll(() => tv.evaluate(() => caches.match('/wall').then(Boolean)), { timeout: 5_000 * PATIENCE })
    .toBe(true);
  const shot = (name: string) => tv.screenshot({ path: `${project.outputDir}/screens/soak-${name}.png` });

  /** Never blank: the time of day, the time of the data and every unit. */
  const isThere = async (): Promise<void> => {
    await expect(tv.locator('[data-clock]')).toHaveText(/^\d+:\d\d$/);
    await expect(tv.locator('[data-as-of]')).toBeVisible();
    await expect(tv.locator('[data-mosaic] i')).toHaveCount(53);
  };
  const boardOf = async (): Promise<AreaBoard> =>
    ((await city.read('/areas/tp/board')) as { board: AreaBoard }).board;
  /** Who waits at a unit, as far as it is heard. */
  const heard = ({ w, q }: AreaBoard['units'][string]): number | null =>
    q !== null && now() >= q ? null : w;
  /** What the API says of those who wait, over the units that are heard. */
  const told = async (): Promise<number> =>
    Object.values((await boardOf()).units).reduce((sum, row) => sum + (heard(row) ?? 0), 0);
  const seenWaiting = async (): Promise<number> =>
    Number((await waiting(tv).textContent())?.replaceAll('.', ''));
  /** Right: what the wall shows is what the API said just before or just after. */
  const isRight = async (): Promise<void> => {
    await expect
      .poll(
        async () => {
          const before = await told();
          const shown = await seenWaiting();
          const after = await told();
          return (
            shown >= Math.min(before, after) - EVENTS_A_SECOND &&
            shown <= Math.max(before, after) + EVENTS_A_SECOND
          );
        },
        { timeout: 10_000 * PATIENCE },
      )
      .toBe(true);
  };
  let moments = 0;
  let compared = 0;
  /** Equal: every number on the wall is that of the API, while nothing is told. */
  const isEqual = async (): Promise<void> => {
    const numbers = async () => {
      const board = await boardOf();
      const tiles = await tv
        .locator('[data-tile]')
        .evaluateAll((all) =>
          all.map((one) => [
            one.getAttribute('data-tile') ?? '',
            one.querySelector('[data-read]')?.textContent?.replaceAll('.', ''),
          ]),
        );
      const cases = (await tv.locator('[data-figure]').nth(2).textContent())?.replaceAll('.', '');
      const [, of] = board.totals.within;
      return {
        shown: [await seenWaiting(), ...tiles.map(([, n]) => n)],
        told: [
          Object.values(board.units).reduce((sum, row) => sum + (heard(row) ?? 0), 0),
          ...tiles.map(([code]) => {
            const row = board.units[code ?? ''];
            return row ? String(heard(row) ?? '—') : 'no such unit';
          }),
        ],
        cases: of === 0 || (cases?.includes(String(of)) ?? false),
      };
    };
    await expect
      .poll(
        async () => {
          const { shown, told: right, cases } = await numbers();
          if (!cases || JSON.stringify(shown) !== JSON.stringify(right)) return { shown, right, cases };
          compared += shown.length + 1;
          return 'equal';
        },
        { timeout: 5_000 * PATIENCE },
      )
      .toBe('equal');
    moments += 1;
  };
  /** What tiles say, by unit: unheard, time alone changes nothing of it. */
  const said = async (): Promise<Map<string, string>> =>
    new Map(
      await tv
        .locator('[data-tile]')
        .evaluateAll((all) =>
          all.map((one): [string, string] => [one.getAttribute('data-tile') ?? '', one.textContent ?? '']),
        ),
    );

  const telling = keepTelling(city);
  const footer = tv.locator('footer');
  await expect(footer).toContainText('tháng 11');
  await expect(footer).toContainText('tháng 12', { timeout: 70_000 });
  await isThere();
  await isRight();
  await shot('midnight');
  // What is loaded once, here and by what looks at the page, is no growth.
  for (let turn = 0; turn < 2; turn += 1) await telling.quietly(isEqual);
  const startedAt = performance.now();
  const renderer = await rendererOf(browser);
  const weights = [await weigh(session, renderer)];
  let restarts = 0;

  for (let round = 0; round < CUTS; round += 1) {
    const calmUntil = performance.now() + CALM_MS;
    const isLast = round === CUTS - 1;
    const due = (): number => Math.ceil((MOMENTS * (round + 1)) / CUTS);
    const calm = (): boolean =>
      performance.now() < calmUntil || moments < due() || performance.now() < startedAt + round * ROUND_MS;
    while (calm()) {
      if (moments < due()) await telling.quietly(isEqual);
      await isRight();
      await isThere();
      await tv.waitForTimeout(500 + Math.random() * 1_500 * PATIENCE);
    }

    // A cable is pulled: amber, then grey with its age; what is said stands meanwhile.
    line.stall();
    await expect(link(tv)).toHaveAttribute('data-link', 'late', { timeout: 9_000 * PATIENCE });
    await expect(tv.getByText('Đang kết nối lại')).toBeVisible();
    await isThere();
    const before = await said();
    await expect(tv.locator('[data-notice="lost"]')).toBeVisible({ timeout: 28_000 * PATIENCE });
    await expect(tv.locator('[data-age]')).toHaveText(/^Số liệu cách đây (\d+ giây|1 phút)/);
    await isThere();
    // Pages turn meanwhile.
    for (const [unit, text] of await said()) expect(text, unit).toBe(before.get(unit) ?? text);
    if (round === 0) await shot('lost');
    line.resume();
    await expect(link(tv)).toHaveAttribute('data-link', 'live', { timeout: 40_000 * PATIENCE });
    await isRight();
    weights.push(await weigh(session, renderer));
    if (soaking) console.info(`round ${round + 1}: ${JSON.stringify({ moments, ...weights.at(-1) })}`);

    // The server goes away, and the last time somebody reloads the TV meanwhile: the page before it lives long enough
    // to be weighed.
    if (Math.floor((RESTARTS * (round + 1)) / CUTS) === restarts) continue;
    restarts += 1;
    await city.server.stop();
    if (isLast) {
      await tv.reload();
      await isThere();
      await expect(tv.locator('[data-notice="lost"]')).toBeVisible({ timeout: 35_000 * PATIENCE });
      await shot('reloaded-without-server');
    }
    await city.server.restart();
    await expect(link(tv)).toHaveAttribute('data-link', 'live', { timeout: 40_000 * PATIENCE });
    await isRight();
    await isThere();
  }

  const minutes = (performance.now() - startedAt) / 60_000;
  const reloaded = await weigh(session);
  const warm = weights.slice(WARM_UP);
  const heapAnHour = Math.round(60 * slopeOf(warm, (one) => one.heap));
  const processAnHour = Math.round(60 * slopeOf(warm, (one) => one.process ?? 0));
  const events = await telling.stop();
  console.info(
    `wall soak: ${JSON.stringify({ minutes, events, cuts: CUTS, restarts, moments, compared, heapAnHour, processAnHour, weights, reloaded })}`,
  );
  // Right to the ticket once nothing moves any more.
  await isEqual();
  expect(restarts).toBe(RESTARTS);
  expect(moments).toBeGreaterThan(MOMENTS);
  expect.soft(grown(warm, LIMITS)).toEqual([]);
  const [first] = weights;
  expect.soft(reloaded.nodes).toBeLessThan((first?.nodes ?? 0) + LIMITS.nodes);
  expect.soft(reloaded.listeners).toBeLessThan((first?.listeners ?? 0) + LIMITS.listeners);
  expect.soft(reloaded.heap).toBeLessThan((first?.heap ?? 0) + HEAP_OF_A_RELOAD);
  expect(thrown).toEqual([]);
  await context.close();
});

test('the scales: nodes, listeners and memory that a page never lets go are each found', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const leaks = {
    nothing: () => {
      for (let i = 0; i < 1_000; i += 1) document.createElement('i').addEventListener('click', () => i);
    },
    nodes: () => {
      for (let i = 0; i < 60; i += 1) document.body.append(document.createElement('i'));
    },
    listeners: () => {
      for (let i = 0; i < 10; i += 1) document.body.addEventListener('click', () => i);
    },
    heap: () => {
      const held = Reflect.get(window, 'held') ?? [];
      held.push(Array.from({ length: 20_000 }, (_, i) => i * 1.5));
      Object.assign(window, { held });
    },
  };
  for (const [name, leak] of Object.entries(leaks)) {
    await page.goto('about:blank');
    await page.evaluate(leak);
    const weights = [await weigh(session)];
    for (let turn = 0; turn < 5; turn += 1) {
      await page.evaluate(leak);
      weights.push(await weigh(session));
    }
    // Minutes, so that a leak is not measured by how fast it is.
    const spread = weights.map((one, i) => ({ ...one, minutes: i }));
    expect(grown(spread, { ...LIMITS, heapAMinute: 100_000 }), name).toEqual(
      name === 'nothing' ? [] : [name],
    );
  }
  await context.close();
});
