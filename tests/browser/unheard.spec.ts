import type { Page } from '@playwright/test';
import { browserCookies } from '../support/browser-cookies.ts';
import { openStallingLine, type StallingLine } from './stalling-line.ts';
import { issued } from './test-city-day.ts';
import { WARDS } from './test-city-tree.ts';
import { expect, test as walls } from './wall-test.ts';

const test = walls.extend<{ line: StallingLine }>({
  line: async ({ city }, use) => {
    const line = await openStallingLine(city.server.port);
    await use(line);
    await line.close();
  },
});

const link = (page: Page) => page.locator('[data-link]');

/** What a page says that time alone could change, by place: texts, states and colours, without notices of the line. */
const judged = (page: Page, parts: string): Promise<Record<string, string>> =>
  page.evaluate((selector) => {
    const said = [...document.querySelectorAll(selector)].map((part, i) => {
      const copy = part.cloneNode(true) as Element;
      for (const notice of copy.querySelectorAll('[role=alert]')) notice.remove();
      return [
        part.getAttribute('data-tile') ?? `${i}`,
        `${part.getAttribute('data-state')} ${copy.innerHTML}`,
      ];
    });
    return Object.fromEntries(said);
  }, parts);

/** All that `main` says but lengths of time. */
const figures = async (page: Page): Promise<string> => {
  const text = (await page.locator('main').textContent()) ?? '';
  return text.replaceAll(/\d+ (giờ|phút|giây)|\d+:\d\d(:\d\d)?/g, '');
};

const TILES = '[data-tile], [data-mosaic] i';
const SHOWN = [
  { name: 'the wall of a command room', parts: TILES, of: 'command' },
  { name: 'the wall of a hall', parts: 'main', of: 'hall' },
  { name: 'an overview', parts: 'main', of: '/areas/song' },
  { name: 'a unit’s page', parts: 'main', of: `/areas/${WARDS.late.code}` },
] as const;

for (const { name, parts, of } of SHOWN)
  test(`W5: unheard, ${name} says what was true when it last heard, however late it becomes; its age and the clock go on`, async ({
    city,
    line,
    openTv,
    pairWall,
  }, { project }) => {
    const isWall = of === 'command' || of === 'hall';
    const { page } = await openTv({
      baseURL: line.url,
      ...(!isWall && {
        viewport: { width: 1440, height: 900 },
        storageState: { cookies: browserCookies(city.leader), origins: [] },
      }),
    });
    await page.clock.install();
    const code = of === 'hall' ? WARDS.late.code : 'song';
    await page.goto(isWall ? (await pairWall(code, { view: of })).address : of);
    await expect(link(page)).toHaveAttribute('data-link', 'live');
    await page.waitForLoadState('networkidle');

    line.stall();
    await page.clock.fastForward(10_000);
    await expect(link(page)).toHaveAttribute('data-link', 'late');
    const before = await judged(page, parts);
    const clock = page.locator('[data-clock]');
    const told = await figures(page);
    const time = isWall ? await clock.textContent() : null;
    await city.tell([issued(WARDS.late.code, `unheard-${of}`, Date.now())]);
    await page.clock.fastForward('02:47:00');
    await expect(link(page)).toHaveAttribute('data-link', 'lost');
    await expect(page.getByRole('alert').filter({ hasText: /2 giờ 47 phút/ })).toBeVisible();
    const after = await judged(page, parts);
    for (const [place, said] of Object.entries(after)) expect(said, place).toBe(before[place]);
    if (isWall) expect(await clock.textContent()).not.toBe(time);
    await page.screenshot({ path: `${project.outputDir}/screens/unheard-${of.replaceAll('/', '-')}.png` });

    line.resume();
    await page.clock.fastForward(40_000);
    await expect(link(page)).toHaveAttribute('data-link', 'live', { timeout: 30_000 });
    await expect(page.locator('main')).not.toHaveClass(/stale/);
    const fresh = await page.context().newPage();
    await fresh.goto(isWall ? '/wall' : of);
    await expect(link(fresh)).toHaveAttribute('data-link', 'live');
    await fresh.waitForLoadState('networkidle');
    await expect.poll(() => figures(page)).toBe(await figures(fresh));
    expect(await figures(page), 'what happened meanwhile').not.toBe(told);
  });
