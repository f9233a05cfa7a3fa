import type { Locator, Page } from '@playwright/test';
import { expect, test } from './live-test.ts';
import { openStallingLine } from './stalling-line.ts';
import { issued } from './test-city-day.ts';
import { WARDS } from './test-city-tree.ts';

const { code: UNIT, name: NAME } = WARDS.live;

const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
const waitingOf = (page: Page): Locator => rowOf(page, NAME).getByRole('cell').first();
const waitingTile = (page: Page): Locator =>
  page
    .getByRole('term')
    .filter({ hasText: /^Đang chờ$/ })
    .locator('xpath=following-sibling::dd[1]');
const link = (page: Page): Locator => page.locator('[data-link]');

/** Milliseconds from now until an element reads `text`, looked at in every frame. */
async function msUntil(page: Page, place: Locator, text: string): Promise<number> {
  const from = performance.now();
  const element = await place.elementHandle();
  await page.waitForFunction(([node, wanted]) => node?.textContent === wanted, [element, text] as const, {
    polling: 'raf',
    timeout: 5_000,
  });
  return performance.now() - from;
}

test('an event posted with a key is on the overview and on the page of its unit in less than a second', async ({
  city,
  context,
}) => {
  const [overview, unit] = [await context.newPage(), await context.newPage()];
  await Promise.all([overview.goto('/areas/song'), unit.goto(`/areas/${UNIT}`)]);
  for (const page of [overview, unit]) await expect(link(page)).toHaveAttribute('data-link', 'live');
  const first = Number(await waitingOf(overview).textContent());
  const taken: number[] = [];
  for (let round = 1; round <= 6; round += 1) {
    await city.tell([issued(UNIT, `fast-${round}`, Date.now())]);
    const text = String(first + round);
    // A page in the background draws no frame: each round looks at one of the two.
    const [page, place] =
      round % 2 === 0 ? ([overview, waitingOf(overview)] as const) : ([unit, waitingTile(unit)] as const);
    await page.bringToFront();
    taken.push(await msUntil(page, place, text));
  }
  console.info(`event stored → number on the page: ${taken.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  expect(Math.max(...taken)).toBeLessThan(1_000);
});

test.describe('a line that stalls', () => {
  // What was on its way just then is refused by its time limit, once it can be answered.
  test.use({ announced: /status of 408/ });

  test('a line that falls silent turns amber after 6 s, grey with its age after 30 s, and comes back by itself', async ({
    city,
    page,
  }, { project }) => {
    test.setTimeout(120_000);
    const screen = (name: string) => page.screenshot({ path: `${project.outputDir}/screens/${name}.png` });
    await page.setViewportSize({ width: 1440, height: 900 });
    const line = await openStallingLine(city.server.port);
    try {
      await page.goto(`${line.url}/areas/song`);
      await expect(link(page)).toHaveAttribute('data-link', 'live');
      // Its scripts are whole: what a page does without half of one is another question.
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => Object.assign(window, { sameDocument: true }));
      const before = Number(await waitingOf(page).textContent());

      line.stall();
      const from = Date.now();
      await city.tell([issued(UNIT, 'stalled-1', Date.now()), issued(UNIT, 'stalled-2', Date.now())]);
      await expect(link(page)).toHaveAttribute('data-link', 'late', { timeout: 9_000 });
      const amber = (Date.now() - from) / 1000;
      await expect(link(page)).toHaveText('Đang kết nối lại');
      await expect(page.locator('main')).not.toHaveClass(/stale/);
      await screen('few-late');

      await expect(link(page)).toHaveAttribute('data-link', 'lost', { timeout: 32_000 });
      const grey = (Date.now() - from) / 1000;
      await expect(page.locator('main')).toHaveClass(/stale/);
      await expect(page.getByRole('alert').filter({ hasText: 'Mất kết nối' })).toContainText(
        /\d+ giây|1 phút/,
      );
      await expect(waitingOf(page)).toHaveText(String(before));
      await screen('few-lost');
      // Something is heard at most a beat (4 s) before the line stalls.
      expect(amber).toBeGreaterThan(1.5);
      expect(grey).toBeGreaterThan(25);

      line.resume();
      const back = Date.now();
      await expect(link(page)).toHaveAttribute('data-link', 'live', { timeout: 30_000 });
      await expect(waitingOf(page)).toHaveText(String(before + 2));
      console.info(
        `line silent → amber ${amber.toFixed(1)} s, grey ${grey.toFixed(1)} s; line back → right ${((Date.now() - back) / 1000).toFixed(1)} s`,
      );
      await expect(page.locator('main')).not.toHaveClass(/stale/);
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    } finally {
      await line.close();
    }
  });
});

test.describe('the server is killed under an open page', () => {
  test.use({ announced: /WebSocket connection to .* failed|ERR_CONNECTION_(REFUSED|RESET)/ });

  test('and started again: the page shows the right numbers without a reload', async ({ city, page }) => {
    test.setTimeout(120_000);
    await page.goto('/areas/song');
    await expect(link(page)).toHaveAttribute('data-link', 'live');
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    const before = Number(await waitingOf(page).textContent());
    await city.tell([issued(UNIT, 'killed-1', Date.now())]);
    await city.server.kill9();
    await expect(link(page)).not.toHaveAttribute('data-link', 'live', { timeout: 12_000 });
    const ready = await city.server.restart();
    await city.tell([issued(UNIT, 'killed-2', Date.now())]);
    const from = Date.now();
    await expect(link(page)).toHaveAttribute('data-link', 'live', { timeout: 45_000 });
    await expect(waitingOf(page)).toHaveText(String(before + 2));
    console.info(
      `killed → ready again ${(ready / 1000).toFixed(1)} s → page right ${((Date.now() - from) / 1000).toFixed(1)} s later`,
    );
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });
});
