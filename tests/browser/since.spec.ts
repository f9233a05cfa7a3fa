import type { Locator, Page } from '@playwright/test';
import pg from 'pg';
import { embeddedUrl } from '../support/embedded-url.ts';
import { expectAccessible } from './access-test.ts';
import { DESK, PHONE } from './admin-test.ts';
import type { LiveCity } from './live-city.ts';
import { expect, test } from './live-test.ts';
import { seeLater } from './see-later.ts';
import { WARDS } from './test-city-tree.ts';

test.describe.configure({ mode: 'serial' });
// First looks are first in a city that nobody has looked at.
test.use({ ownCity: 'first looks' });

const panelOf = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/**
 * Lets every look before the one under way have ended so long ago: nobody waits half an hour in a test, and a page that is
 * left says so itself.
 */
async function age({ server }: LiveCity, hours: number): Promise<void> {
  const client = new pg.Client({ connectionString: await embeddedUrl(server.dataDir) });
  await client.connect();
  await client.query(`UPDATE look SET previous_at = now() - make_interval(hours => $1)`, [hours]);
  await client.end();
}

test('the first look says that it is the first; the next one says calmly that nothing is new', async ({
  city,
  page,
}) => {
  await page.goto('/areas/bien');
  await seeLater(page);
  const panel = panelOf(page, 'Từ lần bạn xem trước');
  await expect(panel).toContainText('Đây là lần đầu bạn xem nơi này');
  await age(city, 1);
  await page.goto(`/areas/${WARDS.none.code}`);
  await seeLater(page);
  await expect(panel).toContainText('Đây là lần đầu bạn xem nơi này');
  await age(city, 1);
  await page.reload();
  await seeLater(page);
  await expect(panel).toContainText('Không có gì mới.');
});

test('what changed since the last look is at most five lines with their numbers, their ways and a text for Zalo', async ({
  city,
  context,
  page,
}, { project }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: city.server.url });
  await page.setViewportSize(DESK);
  await page.goto('/areas/song');
  await seeLater(page);
  const panel = panelOf(page, 'Từ lần bạn xem trước');
  await expect(panel).toBeVisible();
  await age(city, 1);
  const now = Date.now();
  const unit = WARDS.live.code;
  await city.tell([
    { unit, type: 'suggestion.submitted', at: now, data: { suggestion: 's1', text: 'Xin thêm ghế.' } },
    { unit, type: 'suggestion.submitted', at: now, data: { suggestion: 's2', text: 'Xin thêm quạt.' } },
    {
      unit,
      type: 'dossier.received',
      at: now - 3_600_000,
      data: { dossier: 'since-1', procedure: 'tt', dueAt: new Date(now - 60_000).toISOString() },
    },
  ]);
  await page.reload();
  await seeLater(page);
  await expect(panel).toContainText('1 hồ sơ vừa quá hạn');
  await expect(panel).toContainText('2 trang góp ý mới; 2 trang chưa xem, 0 quá lâu');
  expect(await panel.getByRole('listitem').count()).toBeLessThanOrEqual(5);
  await expectAccessible(page, 'since the last look');
  await page.screenshot({ path: `${project.outputDir}/screens/since-desk.png`, fullPage: true });
  await panel.getByRole('button', { name: 'Sao chép để gửi Zalo' }).click();
  await expect(panel.getByText('Đã sao chép')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    new RegExp(
      `^Khu vực Sông, thay đổi từ .* đến .*\\n[^]*- 2 trang góp ý mới[^]*\\n${city.server.url}/areas/song$`,
    ),
  );
  await panel.getByRole('link', { name: /hồ sơ vừa quá hạn/ }).click();
  await expect(page).toHaveURL(/\/dossiers\?area=song&state=overdue/);
});

test('a unit says what changed in it, on a phone and in English', async ({ city, context, page }, {
  project,
}) => {
  await context.addCookies([{ name: 'lang', value: 'en', url: city.server.url }]);
  await page.setViewportSize(PHONE);
  const { code } = WARDS.live;
  await page.goto(`/areas/${code}`);
  await seeLater(page);
  const panel = panelOf(page, 'Since you last looked');
  await expect(panel).toContainText('This is your first look at this place');
  await age(city, 2);
  await page.reload();
  await seeLater(page);
  await expect(panel).toContainText('2 new suggestions; 2 pages unseen, 0 for too long');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await page.screenshot({ path: `${project.outputDir}/screens/since-phone-english.png`, fullPage: true });
  await expectAccessible(page, 'since the last look, on a phone');
});

test('how the suggestion books stand is counted with a way to the pages, and the book is one of the pages of an area', async ({
  city,
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: city.server.url });
  await page.goto('/areas/song');
  await seeLater(page);
  const book = panelOf(page, 'Sổ góp ý');
  await expect(book.getByRole('link', { name: 'Trang mới, 7 ngày: 2' })).toBeVisible();
  await expect(book.getByRole('link', { name: 'Chưa xem quá một ngày làm việc: 0' })).toBeVisible();
  await book.getByRole('button', { name: 'Sao chép để gửi Zalo' }).click();
  await expect(book.getByText('Đã sao chép')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Khu vực Sông, sổ góp ý lúc \d+:\d\d: 2 trang mới trong 7 ngày, 2 trang chưa xem, 0 quá một ngày làm việc\. http/,
  );
  await book.getByRole('link', { name: 'Chưa xem: 2' }).click();
  await expect(page).toHaveURL(/\/suggestions\?area=song&state=unseen/);
  await page.goto('/areas/bien');
  const pages = page.getByRole('navigation', { name: 'Trang' });
  await pages.getByText('Thêm').click();
  await pages.getByRole('link', { name: 'Sổ góp ý' }).click();
  await expect(page).toHaveURL(/\/suggestions\?area=bien/);
});
