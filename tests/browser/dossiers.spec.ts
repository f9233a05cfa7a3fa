import { browserCookies } from '../support/browser-cookies.ts';
import { signIn } from '../support/signed-in.ts';
import { expectAccessible } from './access-test.ts';
import { expect, test } from './dossier-test.ts';
import { WARDS } from './test-city-tree.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const { late, rated, live } = WARDS;

const panel = 'section:has(> div > h2:text-is("Hồ sơ"))';

test('F8, G7: the leader reads how many promises were kept, judged by exact counts, and follows the late ones', async ({
  page,
}) => {
  await page.goto('/areas/song');
  const line = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /^Đúng hạn tháng/ }) });
  // 57 of 60 and 40 of 40; 99 of 100 would be needed.
  await expect(line).toContainText('97,0%');
  await expect(line).toContainText('thiếu 2 hồ sơ');
  await expect(line).toContainText('Chưa đạt · rõ rệt · trên 100 hồ sơ, theo phiếu hẹn');
  await expect(page.locator(panel)).toContainText('Theo Bộ chỉ số 766');
  await expect(page.locator(panel).getByText('ước tính')).toBeVisible();
  await line.getByRole('link', { name: '2 đang quá hạn' }).click();
  await expect(page).toHaveURL(/\/dossiers\?area=song&state=overdue/);
  await expect(page.getByRole('link', { name: 'QH.1' })).toBeVisible();
});

test('the chart of promises kept says its question, its n and, as a table, its figures', async ({ page }) => {
  await page.goto('/areas/song');
  const chart = page.locator('section').filter({
    has: page.getByRole('heading', { name: 'Đúng hạn từng phường so với chỉ tiêu 99%' }),
  });
  await expect(chart).toContainText('100 hồ sơ đã giải quyết');
  await expect(chart.locator('.recharts-surface')).toBeVisible();
  await chart.getByRole('button', { name: 'Xem dạng bảng' }).click();
  await expect(chart.getByRole('row', { name: new RegExp(late.name) })).toContainText('57/60');
});

test('B1: the page of a unit counts what the API counts; where nothing was told it says so', async ({
  city,
  page,
}) => {
  const { board } = (await city.read(`/areas/${late.code}/board`)) as {
    board: { totals: { dossiers: Record<string, number> } };
  };
  await page.goto(`/areas/${late.code}`);
  const counts = page.locator(panel);
  for (const [title, key] of [
    ['Đang quá hạn', 'overdue'],
    ['Đến hạn hôm nay', 'dueToday'],
    ['Sắp đến hạn', 'dueSoon'],
    ['Đang giải quyết', 'open'],
    ['Chờ bổ sung', 'awaitingSupplement'],
    ['Chờ tiếp nhận', 'unaccepted'],
    ['Đã giải quyết hôm nay', 'settledToday'],
    ['Có kết quả, chưa trả', 'notCollected'],
  ] as const) {
    const count = counts.locator('dl > div').filter({ has: page.getByText(title, { exact: true }) });
    await expect(count.locator('dd').first()).toHaveText(String(board.totals.dossiers[key]));
  }
  await expect(counts).toContainText('1 hồ sơ phải xong trước 18:00');
  await page.goto(`/areas/${rated.code}`);
  await expect(page.getByText('Hồ sơ: —')).toBeVisible();
});

test('what is due before closing comes first, with its working time, then the late ones by age', async ({
  page,
}) => {
  await page.goto(`/dossiers?area=${late.code}`);
  const groups = page.locator('th[scope=rowgroup]');
  await expect(groups).toHaveText([
    'Phải xong trước khi hết giờ hôm nay · 1',
    'Quá hạn 11–30 ngày · 1',
    'Quá hạn 1–3 ngày · 1',
    'Đến hạn trong 8 giờ làm việc tới · 1',
    'Còn hạn · 3',
    'Đang chờ người dân bổ sung · 1',
  ]);
  const due = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'HN.1' }) });
  await expect(due).toContainText(/còn [56] giờ \d+ phút làm việc/);
  await expect(due).toContainText('Đăng ký khai sinh');
  await expect(page.getByRole('row').filter({ hasText: 'QH.1' })).toContainText('gia hạn lần 2');
});

test('without an area the address leads to the one city, and the way to another area stays among dossiers', async ({
  page,
}) => {
  await page.goto('/dossiers?state=overdue');
  await expect(page).toHaveURL(/\/dossiers\?area=tp&state=overdue/);
  await expect(page.locator('[data-link]')).toHaveAttribute('data-link', 'live');
  await page.keyboard.press('/');
  await page.keyboard.type('hoa lo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/dossiers\\?area=${live.code}$`));
  await page.getByRole('link', { name: 'Toàn cảnh', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/areas/${live.code}$`));
});

test('filters, groups and order stand in the address and survive a reload', async ({ page }) => {
  await page.goto(`/dossiers?area=${late.code}`);
  await page.getByText('Bộ lọc', { exact: true }).click();
  await page.getByLabel('Cách nộp').selectOption('post');
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  await expect(page).toHaveURL(/channel=post/);
  await expect(page.locator('tbody th[scope=row]')).toHaveText([/QH\.2/]);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await page.getByLabel('Nhóm theo').selectOption('handler');
  await page.getByLabel('Xếp theo').selectOption('dossier');
  await expect(page).toHaveURL(/by=handler&sort=dossier/);
  await page.reload();
  await expect(page.locator('th[scope=rowgroup]').filter({ hasText: 'chi-cuc-thue · 1' })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`dossiers-${late.code}.csv`);
});

test('F12, F22: where the delay arose and what is seen beside the share come when they are asked for, and lead to the cases', async ({
  page,
}) => {
  await page.goto('/dossiers?area=song&state=late');
  await page.getByText('Theo cơ quan giải quyết, theo giai đoạn').click();
  const panel = page.getByRole('region', { name: 'Theo cơ quan giải quyết' });
  const worst = panel.locator('tbody tr').first();
  const beside = page.getByRole('region', { name: 'Cần nhìn cùng tỷ lệ đúng hạn' });
  await expect(beside).toContainText(/Đã gia hạn.*hồ sơ đã giải quyết có hạn/);
  // No ticket of this city names a dossier: not known is never 0.
  await expect(beside).toContainText('— · phiếu lấy số chưa ghi mã hồ sơ');
  const count = await worst.locator('td').first().textContent();
  await worst.getByRole('link').click();
  await expect(page).toHaveURL(/state=late&handler=/);
  await expect(page.locator('tbody th[scope=row] a')).not.toHaveCount(0);
  await expect(page.getByText(`${count} hồ sơ`, { exact: true })).toBeVisible();
});

test('more than a page is loaded page by page, and the line says what groups are made of', async ({
  page,
}) => {
  await page.goto('/dossiers?area=nui&state=settled');
  await expect(page.getByText('200 hồ sơ đầu, còn nữa')).toBeVisible();
  await page.getByRole('button', { name: 'Tải thêm' }).click();
  await expect(page.locator('tbody th[scope=row]')).toHaveCount(400);
  await page.getByRole('button', { name: 'Tải thêm' }).click();
  await expect(page.getByText('430 hồ sơ', { exact: true })).toBeVisible();
});

test('a list that has changed says so and keeps its rows until it is asked', async ({ city, page }) => {
  const dossier = 'MOI.1';
  const at = Date.now();
  const data = { dossier, procedure: '1.001193', dueAt: new Date(at + 86_400_000).toISOString() };
  await city.tell([{ unit: live.code, type: 'dossier.received', at, data }]);
  await page.goto(`/dossiers?area=${live.code}`);
  await expect(page.getByRole('link', { name: dossier })).toBeVisible();
  await city.tell([
    { unit: live.code, type: 'dossier.settled', at: Date.now(), data: { dossier, result: 'done' } },
  ]);
  await expect(page.getByText('Số hồ sơ đã thay đổi')).toBeVisible();
  await expect(page.getByRole('link', { name: dossier })).toBeVisible();
  await page.getByRole('button', { name: 'Tải lại' }).click();
  await expect(page.getByText('Không có hồ sơ nào', { exact: true })).toBeVisible();
});

test('F7, F12: the time line of a dossier names its promises, its rule, and the stage that was late', async ({
  page,
}) => {
  await page.goto(`/dossiers?area=song&state=overdue`);
  await page.getByRole('link', { name: 'QH.1' }).click();
  await expect(page.getByRole('heading', { name: 'Hồ sơ QH.1' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText('quá hạn 2 ngày');
  await expect(main).toContainText('Theo ngày: xong lúc nào trong ngày hẹn cũng là đúng hạn.');
  await expect(main).toContainText('không làm hồ sơ trễ thành đúng hạn');
  await expect(main.getByText('gia hạn quá một lần')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'tham-dinh' }).first()).toContainText(
    'trễ ở đây',
  );
  await expect(main).toContainText('Phải có thư xin lỗi, chưa có dự thảo');
  await expect(page.getByRole('link', { name: 'Mở phần xin lỗi' })).toHaveAttribute(
    'href',
    '/apologies?area=song&dossier=QH.1',
  );
});

test('what a unit wrote in a request is shown as text and never run', async ({ page }) => {
  await page.goto(`/areas/${late.code}/dossiers/BS.1`);
  await expect(page.getByText('<img src=x onerror="window.hostile=1"> Giấy chứng sinh')).toBeVisible();
  expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
});

test('F16: what is to correct is counted by kind, and each kind leads to its dossiers', async ({ page }) => {
  await page.goto('/dossiers?area=song&state=toCorrect');
  const kind = page.getByRole('link', { name: 'giải quyết khi chưa có tiếp nhận 1' });
  await expect(kind).toBeVisible();
  await expect(page.getByRole('link', { name: 'la.99 · 1 hồ sơ' })).toBeVisible();
  await kind.click();
  await expect(page).toHaveURL(/fault=settled_without_receipt/);
  await page.getByRole('link', { name: 'LOI.1' }).click();
  await expect(page.getByRole('main')).toContainText('giải quyết khi chưa có tiếp nhận');
  await expect(page.getByRole('main')).toContainText('Chưa tiếp nhận nên chưa ở giai đoạn nào.');
});

test.describe('whoever may not read lists, and codes that are not there', () => {
  test.use({ announced: /status of 40[34]/ });

  test('K1: an officer sees the counts of the board and no dossier', async ({ city, browser }) => {
    const door = await city.server.door();
    const officer = await signIn({ url: city.server.url, door }, { role: 'officer', area: late.code });
    await door.close();
    const context = await browser.newContext({ baseURL: city.server.url, locale: 'vi-VN' });
    await context.addCookies(browserCookies(officer));
    const page = await context.newPage();
    await page.goto(`/dossiers?area=${late.code}`);
    await expect(page.getByText('Bạn không xem được danh sách hồ sơ')).toBeVisible();
    await expect(page.getByText('QH.1')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Tải CSV' })).toBeHidden();
    await context.close();
  });

  test('a code that nobody told is said to be missing', async ({ page }) => {
    await page.goto(`/areas/${live.code}/dossiers/KHONG.CO`);
    await expect(page.getByText('Không có hồ sơ “KHONG.CO”')).toBeVisible();
  });
});

const screens = [
  { name: 'dossiers-overview', path: '/areas/song' },
  { name: 'dossiers-overview-many', path: '/' },
  { name: 'dossiers-overview-some', path: '/areas/nui' },
  { name: 'dossiers-unit', path: `/areas/${late.code}` },
  { name: 'dossiers-list', path: '/dossiers?area=song' },
  { name: 'dossiers-late', path: '/dossiers?area=song&state=late' },
  { name: 'dossiers-correct', path: '/dossiers?area=song&state=toCorrect' },
  { name: 'dossiers-line', path: `/areas/${late.code}/dossiers/QH.1` },
];
for (const lang of ['vi', 'en'] as const) {
  test(`pages of dossiers lie within their width and axe finds nothing, ${lang}`, async ({
    city,
    context,
    page,
  }, { project }) => {
    test.setTimeout(180_000);
    await context.addCookies([{ name: 'lang', value: lang, url: city.server.url }]);
    for (const { name, path } of screens) {
      for (const size of [DESK, PHONE]) {
        await page.setViewportSize(size);
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        if (name === 'dossiers-late') {
          await page.getByText(/Theo cơ quan giải quyết, theo|By deciding body, by/).click();
          await page.getByRole('heading', { name: /^(Cần nhìn cùng|To be seen beside)/ }).waitFor();
        }
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(width, `${name} at ${size.width}`).toBeLessThanOrEqual(size.width);
        const file = `${project.outputDir}/screens/${name}-${lang}-${size.width}`;
        await page.screenshot({ path: `${file}.png`, fullPage: true });
        await page.evaluate(() => document.documentElement.classList.add('dark'));
        await page.screenshot({ path: `${file}-dark.png`, fullPage: true });
        if (size === DESK && path.includes('dossiers')) await expectAccessible(page, name);
      }
    }
  });
}
