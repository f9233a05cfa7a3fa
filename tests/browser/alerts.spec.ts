import { browserCookies } from '../support/browser-cookies.ts';
import { signIn } from '../support/signed-in.ts';
import { expectAccessible } from './access-test.ts';
import { expect, test } from './live-test.ts';
import { WARDS } from './test-city-tree.ts';

const { late } = WARDS;
const ALERTS = '/alerts?area=song&kind=longWait';
/** The watch looks every five seconds, and at everything every fifteen. */
const WATCHED = { timeout: 25_000 };

test.describe.configure({ mode: 'serial' });
// Closing without a reason is refused, which the browser says too.
test.use({ announced: /status of 422/ });

test('an alert comes by itself, is taken and noted, and others see at once who has it', async ({
  browser,
  city,
  page,
}) => {
  await page.goto(ALERTS);
  const card = page.getByRole('listitem').filter({ hasText: late.name });
  await expect(card).toContainText('chờ lâu nhất 4', WATCHED);
  await expect(card).toContainText('chưa ai nhận');
  await expect(card.getByRole('link', { name: 'Xem lúc đó' })).toHaveAttribute(
    'href',
    new RegExp(`^/replay\\?area=${late.code}&at=20`),
  );
  await expect(page.getByRole('status').filter({ hasText: '1 cảnh báo · 1 chưa ai nhận' })).toBeVisible();
  await expectAccessible(page, 'alerts');

  const overview = await browser.newPage({
    storageState: { cookies: browserCookies(city.leader), origins: [] },
    baseURL: city.server.url,
  });
  await overview.goto('/areas/song');
  const untaken = overview
    .getByRole('region', { name: 'Cần chú ý' })
    .getByRole('link', { name: 'chưa ai nhận' });
  await expect(untaken.first()).toBeVisible();

  await card.getByRole('button', { name: 'Nhận xử lý' }).click();
  await expect(card).toContainText(/Người leader-\w+ nhận lúc \d+:\d\d/);
  await expect(card.getByRole('button', { name: 'Nhận xử lý' })).toHaveCount(0);
  await expect(
    overview.getByRole('region', { name: 'Cần chú ý' }).getByRole('link', { name: /có người nhận lúc/ }),
  ).toBeVisible();
  await overview.close();

  await card.getByRole('button', { name: 'Ghi chú' }).click();
  await page.getByRole('textbox', { name: 'Đã làm gì, cần gì thêm' }).fill('Đã gọi thêm <b>một</b> cán bộ');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await card.getByText(/Diễn biến/).click();
  await expect(
    card.getByRole('listitem').filter({ hasText: 'ghi chú: Đã gọi thêm <b>một</b> cán bộ' }),
  ).toBeVisible();
  await expectAccessible(page, 'alerts with a history');
});

test('the sentence for Zalo says place, value, since when, who has it, and where to look', async ({
  context,
  city,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: city.server.url });
  await page.goto(ALERTS);
  const card = page.getByRole('listitem').filter({ hasText: late.name });
  await card.getByRole('button', { name: 'Sao chép để gửi Zalo' }).click();
  await expect(card.getByText('Đã sao chép')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    new RegExp(
      `^Phường ${late.name}: chờ lâu nhất \\d+ phút, \\d+ người chờ, từ \\d+:\\d\\d, báo lúc \\d+:\\d\\d, ngưỡng 30 phút\\. Người leader-\\w+ nhận lúc \\d+:\\d\\d\\. ${city.server.url}/alerts\\?area=${late.code}$`,
    ),
  );
});

test('the head of the ward, on a phone and in English, explains; filters stand in the address', async ({
  browser,
  city,
}, { project }) => {
  const door = await city.server.door();
  const head = await signIn(
    { url: city.server.url, door },
    { role: 'head', area: late.code, name: 'Lê Thị Hằng' },
  );
  await door.close();
  const page = await browser.newPage({
    storageState: { cookies: browserCookies(head), origins: [] },
    baseURL: city.server.url,
    viewport: { width: 390, height: 844 },
  });
  await page.context().addCookies([{ name: 'lang', value: 'en', url: city.server.url }]);
  await page.goto('/alerts');
  await expect(page.getByRole('heading', { name: `Alerts · ${late.name}` })).toBeVisible();
  const card = page.getByRole('listitem').filter({ hasText: 'longest wait' });
  await card.getByRole('button', { name: 'Explain' }).click();
  await page.getByRole('textbox', { name: /The unit’s explanation/ }).fill('Mất điện từ 9 giờ.');
  await page.getByRole('button', { name: 'Send the explanation' }).click();
  await card.getByText('Explanations (1)').click();
  await expect(
    card.getByRole('listitem').filter({ hasText: 'Lê Thị Hằng Explain: Mất điện từ 9 giờ.' }),
  ).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.screenshot({ path: `${project.outputDir}/screens/alerts-phone-english.png`, fullPage: true });
  await expectAccessible(page, 'alerts on a phone');
  await page.getByLabel('State').selectOption('closed');
  await expect(page).toHaveURL(/state=closed/);
  await expect(page.getByText('There is no alert for this filter.')).toBeVisible();
  await page.close();
});

test('closing asks why, and leaves only what still stands', async ({ city, context, page }, { project }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/alerts?area=tp');
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await page.screenshot({ path: `${project.outputDir}/screens/alerts.png`, fullPage: true });
  await context.addCookies([{ name: 'theme', value: 'dark', url: city.server.url }]);
  await page.goto(ALERTS);
  const card = page.getByRole('listitem').filter({ hasText: late.name });
  await card.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: 'Đóng cảnh báo' }).click();
  await expect(page.getByText('Cần điền ô này').first()).toBeVisible();
  await page.screenshot({ path: `${project.outputDir}/screens/alerts-closing-dark.png`, fullPage: true });
  await page.getByRole('textbox', { name: 'Vì sao đóng được' }).fill('Đã mở quầy 2.');
  await page.getByRole('button', { name: 'Đóng cảnh báo' }).click();
  await expect(card).toHaveCount(0);
  await page.getByLabel('Trạng thái').selectOption('closed');
  await expect(card).toContainText(/Người leader-\w+ đóng lúc/);
});
