import { browserCookies } from '../support/browser-cookies.ts';
import { startServer } from '../support/server.ts';
import { signIn } from '../support/signed-in.ts';
import { expect, test } from './live-test.ts';

test('the language changes on the spot and stays', async ({ page }) => {
  await page.goto('/areas/song');
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await page.getByRole('button', { name: 'en', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { name: /River area/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: /River area/ })).toBeVisible();
  await page.getByRole('button', { name: 'vi', exact: true }).click();
  await expect(page.getByRole('heading', { name: /Khu vực Sông/ })).toBeVisible();
});

test('the theme changes on the spot and stays', async ({ page }) => {
  await page.goto('/areas/song');
  await page.getByRole('button', { name: 'Chuyển sang nền tối' }).click();
  await expect(page.locator('html')).toHaveClass(/dark/);
  await page.reload();
  await expect(page.locator('html')).toHaveClass(/dark/);
  await page.getByRole('button', { name: 'Chuyển sang nền sáng' }).click();
  await expect(page.locator('html')).not.toHaveClass(/dark/);
});

test('"/" opens the search, which finds Hoà without its mark, and Enter leads there', async ({ page }) => {
  await page.goto('/areas/song');
  await expect(page.locator('[data-link]')).toHaveAttribute('data-link', 'live');
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Tìm phường, xã, khu vực…' });
  await expect(field).toBeFocused();
  await page.keyboard.type('hoa');
  await expect(page.getByRole('option').first()).toContainText('Hoà Lộ');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.type('yen la');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/areas\/song-lang$/);
  await expect(page.getByRole('heading', { name: /Yên Lặng/ })).toBeVisible();
});

test('arrows choose in the switcher, and a name that is nowhere is said to be nowhere', async ({ page }) => {
  await page.goto('/areas/song');
  await page.getByRole('button', { name: /Khu vực Sông/ }).click();
  await page.keyboard.type('bien xa');
  await expect(page.getByRole('option').nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('combobox').fill('zzz');
  await expect(page.getByText('Không có nơi nào tên “zzz”')).toBeVisible();
});

test('what is typed while the search is still loading is not lost', async ({ page }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    const response = await route.fetch();
    // Only the search has a field that names its active option.
    if ((await response.text()).includes('aria-activedescendant')) await released;
    await route.fulfill({ response });
  });
  await page.goto('/areas/song');
  await expect(page.locator('[data-link]')).toHaveAttribute('data-link', 'live');
  await page.getByRole('button', { name: /Khu vực Sông/ }).click();
  await page.keyboard.type('bien xa');
  await expect(page.getByRole('combobox')).toBeHidden();
  release();
  await expect(page.getByRole('combobox')).toHaveValue('bien xa');
});

test.describe('a server that is away while a chart loads', () => {
  test.use({ announced: /Failed to load resource: net::ERR_/ });

  test('the chart is there once the server is back, without a reload', async ({ page }) => {
    let refused = 0;
    await page.route('**/_next/static/**/*.js', async (route) => {
      const response = await route.fetch();
      // The bundle asks a second time by itself; the third refusal meets our own next try.
      const isChart = (await response.text()).includes('recharts-wrapper');
      if (!isChart || refused === 3) return route.fulfill({ response });
      refused += 1;
      await route.abort();
    });
    await page.goto('/areas/song');
    await expect(page.locator('.recharts-wrapper').first()).toBeVisible({ timeout: 20_000 });
    expect(refused).toBe(3);
  });
});

test.describe('addresses that name nothing', () => {
  test.use({ announced: /status of 404/ });

  test('an unknown area and an unknown page say so and lead home', async ({ page }) => {
    for (const [path, title] of [
      ['/areas/khong-co', 'Không có địa bàn “khong-co”'],
      ['/khong-co', 'Không có trang này'],
    ] as const) {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
    }
    await page.getByRole('link', { name: 'Về trang toàn cảnh' }).click();
    await expect(page.getByRole('heading', { name: /Thành phố Kiểm Thử/, level: 1 })).toBeVisible();
  });
});

test('whoever is nobody is led to signing in and back, and sees no figure', async ({ browser, city }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto(`${city.server.url}/areas/song`);
  await expect(page).toHaveURL(/\/login\?to=%2Fareas%2Fsong$/);
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  const board = await context.request.get(`${city.server.url}/api/v1/areas/song/board`);
  expect(board.status()).toBe(401);
  expect(await board.text()).not.toContain('units');
  await context.close();
});

test('an installation without areas says how to begin', async ({ context, page }) => {
  const empty = await startServer({ pages: true });
  try {
    const door = await empty.door();
    const admin = await signIn({ url: empty.url, door }, { role: 'admin', area: null });
    await door.close();
    await context.addCookies(browserCookies(admin));
    await page.goto(empty.url);
    await expect(page.getByRole('heading', { name: 'Chưa có địa bàn nào' })).toBeVisible();
    await expect(page.getByText('npm run cli -- areas import areas.csv')).toBeVisible();
  } finally {
    await empty.remove();
  }
});

test('in a whole city "/" searches its units by name, and the search lives in the address', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('[data-link]')).toHaveAttribute('data-link', 'live');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('luu thuong');
  await expect(page.getByText('Tìm thấy 1 trong 53')).toBeVisible();
  await expect(page).toHaveURL(/q=luu/);
  await page.reload();
  await expect(page.getByText('Tìm thấy 1 trong 53')).toBeVisible();
});
