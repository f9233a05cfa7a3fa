import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

test('a key is made; its secret is shown once; the command beside it opens a counter', async ({
  city,
  page,
}) => {
  await page.goto('/admin/keys/new');
  const form = page.getByRole('form', { name: 'Tạo khóa' });
  await form.getByLabel('Tên').fill('Máy lấy số tầng 1');
  await form.getByRole('checkbox', { name: /gửi sự kiện/ }).uncheck();
  await form.getByLabel('Loại sự kiện').fill('ticket.issued ticket.không');
  await form.getByRole('button', { name: 'Tạo khóa' }).click();
  await expect(form.getByRole('combobox', { name: 'Địa bàn' })).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByRole('group', { name: 'Được phép' })).toContainText('Chọn ít nhất một quyền');
  await expect(form.getByLabel('Loại sự kiện')).toHaveAccessibleDescription(/Không có loại sự kiện này/);
  await expect(form.getByLabel('Tên')).toHaveValue('Máy lấy số tầng 1');
  await form.getByRole('checkbox', { name: /gửi sự kiện/ }).check();
  await form.getByLabel('Loại sự kiện').fill('');
  await form.getByRole('combobox', { name: 'Địa bàn' }).fill('son bac');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'Tạo khóa' }).click();
  const made = page.getByRole('region', { name: 'Khóa mới' });
  const secret = await made.locator('code').textContent();
  expect(secret).toMatch(/^td_[\w-]{43}$/);
  const command = (await made.locator('pre').textContent()) ?? '';
  const { stdout } = await promisify(execFile)('bash', ['-c', command]);
  expect(JSON.parse(stdout)).toMatchObject({ results: [{ status: 'stored' }] });
  await expect
    .poll(async () => JSON.stringify(await city.read(`/areas/${WARDS.none.code}/board`)))
    .toContain('"openCounters":1');
  await page.goto('/admin/keys');
  await expect(page.getByText(secret ?? '')).toHaveCount(0);
});

test('a key is rotated, both live, and the old one is revoked', async ({ page }) => {
  await page.goto('/admin/keys/new');
  await page.getByLabel('Tên').fill('Phần mềm báo cáo');
  await page.getByRole('combobox', { name: 'Địa bàn' }).fill('khu vuc song');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tạo khóa' }).click();
  await expect(page.getByRole('region', { name: 'Khóa mới' })).toBeVisible();
  await page.goto('/admin/keys?q=bao+cao');
  await page.getByRole('button', { name: 'Thay khóa Phần mềm báo cáo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thay khóa' }).click();
  await expect(page.getByRole('region', { name: 'Khóa mới' })).toContainText('Khóa cũ vẫn dùng được');
  const rows = page.getByRole('row').filter({ hasText: 'Phần mềm báo cáo' });
  await expect(rows).toHaveCount(2);
  await rows
    .first()
    .getByRole('button', { name: /Thu hồi/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await expect(rows).toHaveCount(1);
  await page.getByLabel('Tình trạng').selectOption('revoked');
  await expect(rows).toContainText('đã thu hồi');
});

test('a display is paired, its token shown once, and revoked', async ({ page }) => {
  await page.goto('/admin/walls');
  await page.getByRole('button', { name: 'Ghép màn hình' }).click();
  const form = page.getByRole('form', { name: 'Ghép màn hình' });
  await form.getByRole('button', { name: 'Ghép màn hình' }).click();
  await expect(form.getByLabel('Tên')).toBeFocused();
  await form.getByLabel('Tên').fill('Sảnh tầng 1');
  await form.getByRole('combobox', { name: 'Địa bàn' }).fill('hoa lo');
  await page.keyboard.press('Enter');
  await form.getByLabel('Nội dung').selectOption('hall');
  await form.getByRole('button', { name: 'Ghép màn hình' }).click();
  const codes = page.getByRole('region', { name: 'Địa chỉ của màn hình' }).locator('code');
  await expect(codes).toHaveCount(2);
  const [address, token] = await codes.allTextContents();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(address).toBe(`${new URL(page.url()).origin}/wall#${token}`);
  const row = page.getByRole('row').filter({ hasText: 'Sảnh tầng 1' });
  await row.getByRole('button', { name: /Thu hồi/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await expect(row).toContainText('đã thu hồi');
});

test('two-step sign-in is required of a role and made optional again', async ({ page }) => {
  await page.goto('/admin/policy');
  await page.getByRole('button', { name: /Bắt buộc .* Phân tích/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bắt buộc', exact: true }).click();
  const line = page.getByRole('listitem').filter({ hasText: /bắt buộc/ });
  await expect(line).toHaveCount(1);
  await line.getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bắt buộc', exact: true }).click();
  await expect(line).toHaveCount(0);
});
