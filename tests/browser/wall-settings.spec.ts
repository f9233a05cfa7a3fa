import type { Page } from '@playwright/test';
import { send } from '../support/signed-in.ts';
import { expectAccessible } from './access-test.ts';
import { issued } from './test-city-day.ts';
import { NUI, WARDS } from './test-city-tree.ts';
import { expect, test } from './wall-test.ts';

test.use({ ownCity: 'settings of walls' });

const link = (page: Page) => page.locator('[data-link]');
const ALL = '[data-tile]';
const URGENT = '[data-state=urgent][data-tile]';
const SETTINGS = { distance: 5, night: 'dim', turnSeconds: 8, staySeconds: 20, playlist: [] };

test('W7: a wall that is set dark shows a clock alone at night, and wakes when something is urgent', async ({
  admin,
  city,
  openTv,
  pairWall,
}, { project }) => {
  const { address, wall } = await pairWall('nui');
  const { page: tv, faults } = await openTv();
  await tv.goto(address);
  await expect(link(tv)).toHaveAttribute('data-link', 'live');
  // It is between 12 and 13 o'clock in the test city.
  const settings = { ...SETTINGS, night: 'dark', hours: { from: '11:00', to: '14:30' } };
  await send(city.server.url, `/api/v1/admin/walls/${wall}/settings`, settings, admin.headers);
  const dark = tv.locator('[data-dark]');
  await expect(dark).toBeVisible({ timeout: 20_000 });
  await expect(tv.locator('[data-clock]')).toHaveText(/^12:\d\d$/);
  await expect(tv.getByRole('heading', { level: 1 })).toContainText('Khu vực Núi');
  await expect(tv.locator('[data-tile]')).toHaveCount(0);
  await expectAccessible(tv, 'dark wall');
  await tv.screenshot({ path: `${project.outputDir}/screens/wall-dark.png` });
  await city.tell([issued(NUI[3] ?? '', 'late-at-night', Date.now() - 50 * 60_000)]);
  await expect(tv.locator(`[data-tile="${NUI[3]}"]`)).toBeVisible();
  await expect(dark).toHaveCount(0);
  await expect(tv.locator('[data-night]')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('W7: where more units need somebody than fit, the urgent stay and the others turn, their pages numbered', async ({
  admin,
  city,
  openTv,
  pairWall,
}, { project }) => {
  const { address, wall } = await pairWall('tp');
  await send(city.server.url, `/api/v1/admin/walls/${wall}/settings`, SETTINGS, admin.headers);
  const { page: tv } = await openTv();
  await tv.goto(address);
  await expect(link(tv)).toHaveAttribute('data-link', 'live');
  const page = tv.locator('[data-page]');
  await expect(page).toHaveText(/^trang \d+\/\d+$/);
  const tiles = (state: string) =>
    tv.locator(state).evaluateAll((all) => all.map((one) => one.getAttribute('data-tile')));
  const [first, urgent, all] = [await page.textContent(), await tiles(URGENT), await tiles(ALL)];
  expect(Math.min(urgent.length, all.length - urgent.length)).toBeGreaterThan(0);
  await expect(page).not.toHaveText(first ?? '', { timeout: 12_000 });
  expect(await tiles(URGENT)).toEqual(urgent);
  expect(await tiles(ALL)).not.toEqual(all);
  await tv.screenshot({ path: `${project.outputDir}/screens/wall-page.png` });
});

test('W8: an administrator gives a wall a playlist, and its views come in turn, each right at once', async ({
  openTv,
  page,
  pairWall,
}, { project }) => {
  test.setTimeout(90_000);
  const { address } = await pairWall('song');
  const { page: tv } = await openTv();
  await tv.goto(address);
  await expect(link(tv)).toHaveAttribute('data-link', 'live');

  await page.goto('/admin/walls');
  await page
    .getByRole('button', { name: /^Thiết lập của Màn/ })
    .last()
    .click();
  const form = page.getByRole('form', { name: 'Lưu' });
  await form.getByLabel('Mỗi nội dung hiện').selectOption('20');
  await form.getByRole('button', { name: 'Thêm nội dung luân phiên' }).click();
  await form.getByRole('combobox', { name: 'Nơi ở mục 1' }).fill('lam kieu');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'settings of a wall');
  await page.screenshot({ path: `${project.outputDir}/screens/wall-settings.png`, fullPage: true });
  await form.getByRole('button', { name: 'Lưu' }).click();
  await expect(form).toHaveCount(0);

  const heading = tv.getByRole('heading', { level: 1 });
  for (const name of [WARDS.rated.name, 'Khu vực Sông', WARDS.rated.name]) {
    await expect(heading).toContainText(name, { timeout: 45_000 });
    await expect(link(tv)).toHaveAttribute('data-link', 'live', { timeout: 2_000 });
  }
  await tv.screenshot({ path: `${project.outputDir}/screens/wall-playlist.png` });
});
