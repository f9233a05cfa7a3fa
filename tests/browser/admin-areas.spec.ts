import type { Page } from '@playwright/test';
import { expect, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

const panel = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/** A day that lies ahead, however long the tests run. */
const LATER = '2031-05-05';

test('the tree is searched by any spelling, and the search stands in the address', async ({ page }) => {
  await page.goto('/admin/areas');
  await expect(page.getByRole('link', { name: 'Thành phố Kiểm Thử' })).toBeVisible();
  await page.getByRole('searchbox').fill('thach ngan');
  await expect(page.getByRole('link', { name: `Phường ${WARDS.silent.name}` })).toBeVisible();
  await expect(page).toHaveURL(/q=thach/);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('thach ngan');
  await page.getByRole('link', { name: `Phường ${WARDS.silent.name}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(WARDS.silent.name);
});

test('a unit says of each setting whether it is its own or where it comes from', async ({ page }) => {
  await page.goto(`/admin/areas/${WARDS.live.code}`);
  await expect(panel(page, 'Giờ làm việc')).toContainText('theo Thành phố Kiểm Thử');
  await expect(panel(page, 'Giờ làm việc')).toContainText('7:30–18:00');
  await expect(panel(page, 'Chỉ tiêu')).toContainText('98%');
  await expect(panel(page, 'Chỉ tiêu')).toContainText('mặc định, chưa ai đặt');
  await expect(panel(page, 'Lĩnh vực')).toContainText('Hộ tịch');
});

test('a target that is wrong is named by field and kept; put right, it stands with day and source', async ({
  page,
}) => {
  await page.goto(`/admin/areas/${WARDS.live.code}`);
  const targets = panel(page, 'Chỉ tiêu');
  await targets.getByRole('button', { name: 'Đặt chỉ tiêu' }).click();
  await targets.getByLabel('Mức, %').fill('cao');
  await targets.getByLabel('Áp dụng từ ngày').fill('2020-01-01');
  await targets.getByLabel('Căn cứ').fill('Kế hoạch 156');
  await targets.getByRole('button', { name: 'Lưu' }).click();
  await expect(targets.getByLabel('Mức, %')).toBeFocused();
  await expect(targets.getByLabel('Mức, %')).toHaveValue('cao');
  await expect(targets.getByLabel('Mức, %')).toHaveAccessibleDescription(/Kiểu giá trị chưa đúng/);
  await targets.getByLabel('Mức, %').fill('98,5');
  await targets.getByRole('button', { name: 'Lưu' }).click();
  await expect(targets.getByLabel('Áp dụng từ ngày')).toHaveAccessibleDescription(/không lùi về quá khứ/);
  await targets.getByLabel('Áp dụng từ ngày').fill(LATER);
  await targets.getByRole('button', { name: 'Lưu' }).click();
  await expect(targets.getByRole('status')).toHaveText('Đã lưu.');
  await expect(targets.getByRole('listitem').filter({ hasText: 'Kế hoạch 156' })).toContainText(
    /98,5%.*sắp tới.*05\/05\/2031.*riêng/,
  );
});

test('a week is changed session by session, and a fault stands at its own time', async ({ page }) => {
  await page.goto(`/admin/areas/${WARDS.nobody.code}`);
  const hours = panel(page, 'Giờ làm việc');
  await hours.getByRole('button', { name: 'Đổi giờ trong tuần' }).click();
  const monday = hours.getByRole('group', { name: 'Thứ Hai' });
  await monday.getByLabel('Từ').fill('7h30');
  await monday.getByLabel('Đến').fill('11:30');
  await monday.getByRole('button', { name: 'Thêm buổi' }).click();
  await monday.getByLabel('Từ').nth(1).fill('13:30');
  await monday.getByLabel('Đến').nth(1).fill('năm giờ');
  await hours.getByLabel('Áp dụng từ ngày').fill(LATER);
  await hours.getByRole('button', { name: 'Lưu' }).click();
  await expect(monday.getByLabel('Đến').nth(1)).toHaveAccessibleDescription(/07:30/);
  await expect(monday.getByLabel('Đến').nth(1)).toHaveValue('năm giờ');
  await monday.getByLabel('Đến').nth(1).fill('17:00');
  await hours.getByRole('button', { name: 'Chép sang thứ Ba–thứ Sáu' }).click();
  await hours.getByRole('button', { name: 'Lưu' }).click();
  await expect(hours.getByText('7:30–11:30, 13:30–17:00')).toHaveCount(5);
});

test('a holiday of several days closes the unit on each', async ({ page }) => {
  await page.goto('/admin/areas/nui');
  const hours = panel(page, 'Giờ làm việc');
  await hours.getByRole('button', { name: /Thêm ngày nghỉ/ }).click();
  await hours.getByLabel('Ngày', { exact: true }).fill('2031-09-01');
  await hours.getByLabel('Đến hết ngày').fill('2031-09-02');
  await hours.getByLabel('Căn cứ').fill('Quốc khánh');
  await hours.getByRole('button', { name: 'Lưu' }).click();
  await expect(hours.getByRole('listitem').filter({ hasText: 'Quốc khánh' })).toHaveCount(2);
  await page.goto('/admin/areas/nui-1');
  await expect(
    panel(page, 'Giờ làm việc').getByRole('listitem').filter({ hasText: 'Quốc khánh' }).first(),
  ).toContainText('theo Khu vực Núi');
});

test('a unit is added below its area, then renamed; a code that is none is named', async ({ page }) => {
  await page.goto('/admin/areas/nui');
  await page.getByRole('link', { name: 'Thêm nơi trực thuộc' }).click();
  const form = page.getByRole('form', { name: 'Thêm địa bàn' });
  await form.getByLabel('Tên', { exact: true }).fill('Núi Mới');
  await form.getByLabel('Mã').fill('núi mới');
  await form.getByRole('button', { name: 'Thêm địa bàn' }).click();
  await expect(form.getByLabel('Mã')).toBeFocused();
  await expect(form.getByLabel('Mã')).toHaveAccessibleDescription(/A–Z/);
  await expect(form.getByLabel('Tên', { exact: true })).toHaveValue('Núi Mới');
  await form.getByLabel('Mã').fill('nui-moi');
  await form.getByLabel('Cách gọi').fill('Xã');
  await form.getByRole('button', { name: 'Thêm địa bàn' }).click();
  await expect(page).toHaveURL(/\/admin\/areas\/nui-moi$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Xã Núi Mới');
  await page.getByRole('button', { name: 'Sửa tên và thông tin' }).click();
  await page.getByLabel('Tên', { exact: true }).fill('Núi Rất Mới');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Xã Núi Rất Mới');
});

test('a pasted file is tried first: bad lines are named, good ones stored', async ({ page }) => {
  await page.goto('/admin/import-areas');
  const lines = ['code,parent,kind,name', 'bien-moi,bien,ward,Biển Mới', 'hong,khong-co,ward,Hỏng'];
  await page.getByLabel('Nội dung tệp').fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Thử' }).click();
  await expect(page.getByText('Thử 2 dòng: sẽ ghi 1')).toBeVisible();
  await expect(page.getByText('Dòng 3')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu những dòng đúng' }).click();
  await expect(page.getByText('Đã đọc 2 dòng: ghi 1')).toBeVisible();
  await page.goto('/admin/areas?q=bien+moi');
  await expect(page.getByRole('link', { name: 'Biển Mới' })).toBeVisible();
});
