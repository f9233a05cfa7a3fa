import { browserCookies } from '../support/browser-cookies.ts';
import { signIn } from '../support/signed-in.ts';
import { expect, test } from './live-test.ts';
import { WARDS } from './test-city-tree.ts';

const { code, name } = WARDS.rated;

test('V5, V6: a head asks to exclude a noted period, the level above approves, and both figures stand', async ({
  browser,
  city,
  page,
}) => {
  const door = await city.server.door();
  const head = await signIn({ url: city.server.url, door }, { role: 'head', area: code });
  await door.close();
  const context = await browser.newContext({
    baseURL: city.server.url,
    storageState: { cookies: browserCookies(head), origins: [] },
  });
  const own = await context.newPage();
  const history = `/areas/${code}/history?metric=satisfied&period=day`;
  await own.goto(history);
  // Charts that are still coming move what stands below them from under a finger.
  await own.waitForLoadState('networkidle');
  await own.getByText('Đã ghi nhận trong kỳ').click();
  await own.getByRole('button', { name: 'Xin loại trừ' }).click();
  await own.getByRole('button', { name: 'Gửi xin duyệt' }).click();
  await expect(own.getByText('Cần điền ô này')).toBeVisible();
  await own.getByLabel('Lý do').fill('Mất điện cả phường');
  await own.getByRole('button', { name: 'Gửi xin duyệt' }).click();
  await expect(own.getByText('chờ cấp trên duyệt: chưa thay đổi gì')).toBeVisible();
  await expect(own.getByText('Kết quả so với chỉ tiêu vẫn là của cả kỳ')).toBeHidden();
  await expect(own.getByRole('button', { name: 'Quyết định' })).toBeHidden();

  await page.goto(history);
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Lý do').fill('Đã kiểm tra nhật ký điện');
  await page.getByRole('button', { name: 'Quyết định' }).click();
  await expect(page.getByText('Kết quả so với chỉ tiêu vẫn là của cả kỳ')).toBeVisible();
  await expect(page.getByText('đã duyệt loại trừ ·')).toBeVisible();
  await page.getByRole('button', { name: 'Xem dạng bảng' }).first().click();
  await expect(page.getByRole('columnheader', { name: 'Không tính lúc loại trừ' })).toBeVisible();

  await page.goto('/areas/tp/compare?metric=satisfied&period=day&level=units');
  await expect(page.getByText('Kết quả so với chỉ tiêu vẫn là của cả kỳ')).toBeVisible();
  await expect(page.getByText(/^Không tính lúc loại trừ: /).first()).toBeAttached();
  await context.close();
});

test('M1, M3: a model begins in a unit, spreads from above, and nothing is said without enough days', async ({
  page,
}) => {
  await page.goto(`/models?area=${code}`);
  await expect(page.getByText('Chưa có mô hình nào')).toBeVisible();
  await page.getByRole('button', { name: 'Bắt đầu một mô hình' }).click();
  await page.getByLabel('Tên mô hình').fill('Hẹn giờ nộp hồ sơ');
  await page.getByRole('button', { name: 'Bắt đầu', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Hẹn giờ nộp hồ sơ' })).toBeVisible();
  await expect(page.getByText('Chưa đủ ngày có số liệu để nói')).toBeVisible();
  await expect(page).toHaveURL(/model=/);

  await page.goto('/models?area=tp');
  await page.getByRole('button', { name: 'Xem biểu đồ' }).click();
  await page.getByLabel('Nhân rộng sang').selectOption(WARDS.late.code);
  await page.getByRole('button', { name: 'Nhân rộng', exact: true }).click();
  await expect(page.getByText('2 đơn vị đang làm')).toBeVisible();
  await expect(page.getByRole('heading', { name: new RegExp(`^${name}: Hài lòng có đổi`) })).toBeVisible();
});
