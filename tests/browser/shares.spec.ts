import type { Page } from '@playwright/test';
import { replayPath } from '../../components/replay/replay-path.ts';
import { browserCookies } from '../support/browser-cookies.ts';
import type { SignedIn } from '../support/signed-in.ts';
import { DESK, PHONE } from './admin-test.ts';
import { percentsOf } from './bare-percents.ts';
import { cutOff, fillShares, UNIT } from './shares-city.ts';
import { WARDS } from './test-city-tree.ts';
import { expect, test } from './wall-test.ts';

test.describe.configure({ mode: 'serial' });
test.use({ ownCity: 'shares', trace: 'off', announced: /status of (403|404|422)/ });

test('W4: the walk finds a percent that does not say of how many', async ({ page }) => {
  const judged = async (html: string): Promise<string[]> => {
    await page.setContent(`<!doctype html><html lang="vi"><body>${html}</body></html>`);
    return (await percentsOf(page)).bare;
  };
  const BARE = [
    '<p>Hài lòng 98,4%</p>',
    '<p>35,2% số lượt xong</p>',
    '<section><h2>Hài lòng</h2><p><data data-of="2286">98,4%</data></p><p>đạt</p></section>',
    '<section><p><data data-of="228">98,4%</data></p><p>trên 2.286 lượt</p></section>',
    '<section><p><data data-of="2286">98,4%</data></p><p hidden>trên 2.286 lượt</p></section>',
    '<p aria-label="Hài lòng 98,4%"></p>',
    '<svg><g><title>Hoà Lộ: 98,4%</title></g></svg>',
    '<table><thead><tr><th>Nơi</th><th>Giá trị</th></tr></thead><tbody><tr><td>A</td><td>98%</td></tr></tbody></table>',
    '<p>chỉ tiêu 98%, nay 97,1%</p>',
    '<table><tbody><tr><th>Nơi 98%</th></tr></tbody></table>',
  ];
  for (const html of BARE) expect.soft(await judged(html), html).toHaveLength(1);
  const SAID = [
    '<section><p><data data-of="2286">98,4%</data></p><p>trên 2.286 lượt</p></section>',
    '<table><tr><th>A</th><td><data data-of="45">97,8%</data></td><td>45</td></tr></table>',
    '<p>35,2% trên 120 lượt xong</p>',
    '<p>97,8% (44/45)</p>',
    '<p>chỉ tiêu 98%, khoảng tin cậy 95%: 97,1% – 98,9%</p>',
    '<table><thead><tr><th>Nơi</th><th>Khoảng 95%</th></tr></thead><tbody><tr><td>A</td><td>90%</td></tr></tbody></table>',
    '<p hidden>98%</p>',
  ];
  for (const html of SAID) expect.soft(await judged(html), html).toEqual([]);
});

let seen = 0;

/**
 * Opens a page with all that it folds away, then its pictures as tables, on a desk and on a phone; every percent
 * there says of how many.
 */
async function walk(page: Page, path: string, prepare?: (page: Page) => Promise<void>): Promise<void> {
  const bare = new Set<string>();
  const judge = async (): Promise<void> => {
    const found = await percentsOf(page);
    seen += found.seen;
    for (const text of found.bare) bare.add(text);
  };
  await page.setViewportSize(DESK);
  await page.goto(path, { waitUntil: 'networkidle' });
  await prepare?.(page);
  for (const later of await page.locator('[data-later]').all()) await later.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
  await page.waitForLoadState('networkidle');
  await judge();
  await page.setViewportSize(PHONE);
  await judge();
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('button'))
      if (/^(Xem dạng bảng|Show as table)$/.test(button.textContent ?? '')) button.click();
  });
  await expect(page.getByRole('button', { name: /^(Xem dạng bảng|Show as table)$/ })).toHaveCount(0);
  await judge();
  await page.setViewportSize(DESK);
  await judge();
  expect.soft([...bare], path).toEqual([]);
}

async function as(page: Page, who: SignedIn): Promise<void> {
  await page.context().clearCookies({ name: /session_token/ });
  await page.context().addCookies(browserCookies(who));
}

let head: SignedIn;

test('a city with something to say of every share', async ({ city, somebody }) => {
  test.setTimeout(120_000);
  head = await somebody('head', UNIT, 'Trần Thị Bình');
  await fillShares(city, city.leader, head);
  await expect
    .poll(async () => JSON.stringify(await city.read('/alerts?area=song')), { timeout: 60_000 })
    .toContain('"satisfaction"');
});

const METRICS = ['satisfied', 'within', 'onTimeOfSettled', 'responseRate'];

for (const lang of ['vi', 'en'])
  test(`W4: no page has a share without its n, ${lang}`, async ({ city, page }) => {
    test.setTimeout(180_000);
    seen = 0;
    await page.context().addCookies([{ name: 'lang', value: lang, url: city.server.url }]);
    await as(page, city.leader);
    const at = Date.now() - 30 * 60_000;
    const paths = [
      '/',
      '/?view=table',
      '/areas/mot',
      '/areas/song',
      '/areas/nui',
      `/areas/${UNIT}`,
      `/areas/${WARDS.late.code}`,
      ...METRICS.map((metric) => `/areas/song/compare?metric=${metric}&beside=previous`),
      '/areas/tp/compare?metric=satisfied&level=units',
      ...METRICS.map((metric) => `/areas/${UNIT}/history?metric=${metric}`),
      `/areas/${UNIT}/history?metric=satisfied&period=day`,
      `/ratings?area=${UNIT}`,
      '/dossiers?area=song',
      '/suggestions?area=song',
      '/apologies?area=song',
      '/inspections?area=song',
      '/alerts?area=song',
      `/models?area=${UNIT}&model=m1`,
      '/reports?area=tp',
      '/reports?area=tp&period=day',
      `/reports?area=tp&frozen=${await cutOff(city)}`,
      replayPath({ area: 'song', at, known: 'now', speed: 60 }),
      replayPath({ area: UNIT, at, known: 'now', speed: 60 }),
    ];
    // Beside each other: most of a walk is waiting for a page to fall silent.
    const pages = [page, await page.context().newPage()];
    await Promise.all(
      pages.map(async (one, i) => {
        for (const path of paths.filter((_, j) => j % pages.length === i)) await walk(one, path);
      }),
    );
    await as(page, head);
    await walk(page, `/areas/${UNIT}`);
    await walk(page, `/areas/${UNIT}/officers`, async () => {
      await page.locator('main form button[type="submit"]').click();
      await expect(page.locator('main h3')).toBeVisible();
    });
    await page.context().clearCookies({ name: /session_token/ });
    await walk(page, `/p/${UNIT}/gop-y`);
    expect(seen).toBeGreaterThan(300);
  });

test('W4: no wall has a share without its n', async ({ openTv, pairWall }) => {
  for (const area of ['tp', 'song', UNIT]) {
    const { page } = await openTv();
    const wall = await pairWall(area);
    await page.goto(wall.address, { waitUntil: 'networkidle' });
    await expect(page.locator('main')).toBeVisible();
    const { bare, seen: percents } = await percentsOf(page);
    expect.soft(bare, area).toEqual([]);
    expect(percents).toBeGreaterThan(0);
  }
});
