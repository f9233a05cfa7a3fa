import type { Definition } from '../../server/log/submission.ts';
import { defineAll } from '../support/city.ts';
import { expect, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

/** More acts than a page holds. */
const MANY = Array.from(
  { length: 220 },
  (_, i): Definition => ({
    type: 'service.defined',
    data: { area: 'bien', service: `s${i}`, name: `Lĩnh vực ${i}`, effectiveFrom: '2031-01-01' },
  }),
);

test('an act is a sentence with its author; filters stand in the address', async ({ page, somebody }) => {
  await somebody('head', WARDS.late.code, 'Đỗ Thị Trưởng');
  await page.goto('/admin/areas/song-lang');
  await page.getByRole('button', { name: 'Đặt chỉ tiêu' }).click();
  await page.getByLabel('Mức, %').fill('97');
  await page.getByLabel('Áp dụng từ ngày').fill('2031-01-01');
  await page.getByLabel('Căn cứ').fill('Công văn 9');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await page.goto('/admin/audit');
  const lines = page.getByRole('main').locator('ol > li');
  await expect(
    lines.filter({
      hasText: `Quản Trị Viên: đặt chỉ tiêu Hài lòng 97% cho Phường ${WARDS.unheard.name} từ 01/01/2031, căn cứ Công văn 9`,
    }),
  ).toHaveCount(1);
  await page.getByLabel('Việc').selectOption('person.granted');
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  await expect(page).toHaveURL(/type=person.granted/);
  await expect(lines.filter({ hasText: 'giao cho Đỗ Thị Trưởng vai trò' })).toHaveCount(1);
  await expect(lines.filter({ hasText: 'đặt chỉ tiêu' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect(lines.filter({ hasText: 'đặt chỉ tiêu' }).first()).toBeVisible();
});

test('a person leads to everything about them; more is loaded; all of it is saved as CSV', async ({
  city,
  page,
}) => {
  const door = await city.server.door();
  await defineAll(door, MANY);
  await door.close();
  await page.goto('/admin/audit');
  const lines = page.getByRole('main').locator('ol > li');
  await expect(lines.first()).toBeVisible();
  const before = await lines.count();
  await page.getByRole('button', { name: 'Tải thêm' }).click();
  await expect.poll(() => lines.count()).toBeGreaterThan(before);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('audit.csv');
  await page.goto('/admin/audit?type=khong-co');
  await expect(page.getByText('Chưa tải được')).toBeVisible();
});

test.use({ announced: /status of 400/ });
