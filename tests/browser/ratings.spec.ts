import { browserCookies } from '../support/browser-cookies.ts';
import { expectAccessible } from './access-test.ts';
import { DESK, expect, PHONE, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

const { rated } = WARDS;
const low = (code: string, data: object) => ({
  unit: rated.code,
  type: 'rating.given',
  at: Date.now() - 60_000,
  data: { rating: code, level: 'dissatisfied', counter: '2', channel: 'qr', ...data },
});

test.use({ storageState: ({ city }, use) => use({ cookies: browserCookies(city.leader), origins: [] }) });

async function fits(page: import('@playwright/test').Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

const panel = (page: import('@playwright/test').Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

test('S3–S7: a leader reads how satisfied people are, what they say, and what needs a look', async ({
  city,
  page,
}, { project }) => {
  await page.setViewportSize(DESK);
  await page.goto('/areas/song');
  await page.getByRole('navigation', { name: 'Trang' }).getByRole('link', { name: 'Đánh giá' }).click();
  await expect(page).toHaveURL(/\/ratings\?area=song$/);
  await expect(page.getByRole('heading', { name: /^Đánh giá của người dân · Khu vực Sông/ })).toBeVisible();

  const told = (await city.read('/areas/song/ratings-profile?from=2000-01-01')) as {
    n: number;
    marked: { n: number };
    conduct: { point: string; praised: number; lacking: number }[];
  };
  const headline = panel(
    page,
    `Hài lòng · tháng ${new Date().getUTCMonth() + 1}/${new Date().getUTCFullYear()}`,
  );
  await expect(headline).toContainText(`trên ${told.n} lượt đánh giá`);
  await expect(headline).toContainText('Chưa đạt · rõ rệt');
  await expect(headline).toContainText('khoảng tin cậy 95%');
  await expect(page.getByText(new RegExp(`^Không tính ${told.marked.n} lượt được đánh dấu`))).toBeVisible();

  const listen = told.conduct.find(({ point }) => point === 'listen');
  const conduct = panel(page, 'Người dân nói gì về cách ứng xử?');
  await expect(conduct).toContainText(`Được khen nhiều nhất: luôn lắng nghe, ${listen?.praised} lượt`);
  await expect(conduct).toContainText(`${listen?.praised} lượt khen, ${listen?.lacking} lượt chưa`);
  // Nobody knows this reason: it stands under its own code, and never runs.
  await expect(conduct).toContainText('<img/src=x/onerror=window.hostile=1>');
  expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
  await conduct.getByRole('button', { name: 'Xem dạng bảng' }).click();
  await expect(conduct.getByRole('row', { name: /luôn lắng nghe/ })).toContainText(String(listen?.lacking));
  await conduct.getByRole('button', { name: 'Xem dạng hình' }).click();

  const channels = panel(page, 'Bao nhiêu người đánh giá, bằng cách nào?');
  await expect(channels.getByRole('row', { name: /máy đánh giá/ })).toBeVisible();
  await page.screenshot({ path: `${project.outputDir}/screens/ratings-desk.png`, fullPage: true });
  await expectAccessible(page, 'the ratings of an area');
  await fits(page);

  const marks = panel(page, 'Có lượt nào cần xem lại?');
  await marks.getByRole('button', { name: 'không kèm số thứ tự hay hồ sơ' }).click();
  await expect(page).toHaveURL(/mark=unlinked/);
  await page.getByLabel('Mức', { exact: true }).selectOption('Không hài lòng');
  await expect(page).toHaveURL(/level=dissatisfied/);
  const lines = page.getByRole('listitem').filter({ hasText: 'không kèm số thứ tự' });
  await expect(lines.filter({ hasText: 'chưa lắng nghe' }).first()).toBeVisible();
  await expect(lines.filter({ hasText: /^Hài lòng/ })).toHaveCount(0);
});

test('K14: what finds a person is masked until the leader opens it; a ward head on a phone sees no finer time than B5', async ({
  city,
  page,
  somebody,
}, { project }) => {
  const said = 'Gọi lại cho tôi: 0912 345 678';
  await city.tell([
    // B5: some may still be hidden from the unit, since earlier ones fill a batch; the first of these never is.
    low('k1', { comment: said, reasons: ['long_wait'] }),
    low('k2', { reasons: ['long_wait'] }),
    low('k3', { reasons: ['long_wait', 'smile'] }),
  ]);
  await page.setViewportSize(PHONE);
  await page.goto(`/ratings?area=song&period=day&level=dissatisfied`);
  const line = page.getByRole('listitem').filter({ hasText: 'Gọi lại cho tôi' });
  await expect(line).toContainText('●●●');
  await expect(line).not.toContainText('0912');
  await line.getByRole('button', { name: 'Hiện phần bị che' }).click();
  await expect(line).toContainText(said);
  await expect(line).toContainText('có ghi nhật ký');
  const csv = await page.request.get('/api/v1/ratings?area=song', { headers: { accept: 'text/csv' } });
  expect(await csv.text()).not.toMatch(/Gọi lại|0912/);

  const head = await somebody('head', rated.code, 'Trần Thị Bình');
  await page.context().clearCookies({ name: /session_token/ });
  await page.context().addCookies(browserCookies(head));
  await page.context().addCookies([{ name: 'lang', value: 'en', url: city.server.url }]);
  await page.goto(`/ratings?area=${rated.code}&period=day`);
  await expect(page.getByRole('heading', { name: /^What people say/ })).toBeVisible();
  await page.getByLabel('Level', { exact: true }).selectOption('Dissatisfied');
  await expect(page.getByRole('listitem').filter({ hasText: 'about' }).first()).toBeVisible();
  await page.getByRole('combobox', { name: /^Counter/ }).selectOption('Counter 2');
  await expect(page).toHaveURL(/counter=2/);
  await expect(panel(page, 'Which conditions need mending?')).toContainText('long wait');
  await page.screenshot({ path: `${project.outputDir}/screens/ratings-phone.png`, fullPage: true });
  await expectAccessible(page, 'the ratings of a unit on a phone');
  await fits(page);
});
