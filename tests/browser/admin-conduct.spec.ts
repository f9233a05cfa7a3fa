import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { DESK, expect, PHONE, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

const panel = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/** A day that lies ahead, however long the tests run. */
const LATER = '2031-05-05';
const UNIT = WARDS.nobody.code;

test('S6: a unit is given another known code from a day on, then points of its own; the refusal stands at its field', async ({
  page,
}) => {
  await page.goto(`/admin/areas/${UNIT}`);
  const code = panel(page, 'Quy tắc ứng xử');
  await expect(code).toContainText('mặc định, chưa nơi nào đặt bộ khác');
  await code.getByRole('button', { name: 'Đặt bộ quy tắc' }).click();
  await code.locator('select[name="base"]').selectOption({ index: 1 });
  await code.getByRole('button', { name: 'Lưu' }).click();
  await expect(code.getByLabel('Áp dụng từ ngày')).toHaveAccessibleDescription(/./);
  await code.getByLabel('Áp dụng từ ngày').fill(LATER);
  await code.getByLabel('Căn cứ').fill('Quyết định 12');
  await code.getByRole('button', { name: 'Lưu' }).click();
  await expect(code).toContainText(/sắp tới.*05\/05\/2031 · Quyết định 12.*riêng/);

  await code.getByRole('button', { name: 'Đặt bộ quy tắc' }).click();
  await code.locator('select[name="base"]').selectOption('own');
  await code.getByLabel('Tên bộ quy tắc', { exact: false }).first().fill('Hai luôn');
  await code.getByLabel('Tên tiếng Anh', { exact: true }).fill('Two always');
  await code.getByLabel('Lời khen', { exact: true }).first().fill('Luôn đúng giờ');
  await code.getByLabel('Áp dụng từ ngày').fill('2031-06-06');
  await code.getByLabel('Căn cứ').fill('Quyết định 13');
  await code.getByRole('button', { name: 'Lưu' }).click();
  await expect(code).toContainText('Luôn đúng giờ');
});

test('I9: a checklist is added to a unit from a day on, line by line in both languages', async ({ page }) => {
  await page.goto(`/admin/areas/${UNIT}`);
  const lists = panel(page, 'Danh mục kiểm tra công vụ');
  await lists.getByRole('button', { name: 'Thêm danh mục' }).click();
  await lists.getByLabel('Tên danh mục').fill('Phòng chờ');
  await lists.getByLabel('Các mục, mỗi dòng một mục').fill('Có nước uống | Water is there\nGhế đủ');
  await lists.getByLabel('Áp dụng từ ngày').fill(LATER);
  await lists.getByLabel('Căn cứ').fill('Kế hoạch 7');
  await lists.getByRole('button', { name: 'Lưu' }).click();
  await expect(lists).toContainText(/Phòng chờ.*2 mục/);
  await expect(lists).toContainText(/05\/05\/2031 · Kế hoạch 7/);
  await expect(lists).toContainText('Có nước uống');
});

for (const { lang, size, name, open } of [
  { lang: 'vi', size: DESK, name: 'desk', open: ['Đặt bộ quy tắc', 'Thêm danh mục'] },
  { lang: 'en', size: PHONE, name: 'phone in English', open: ['Set a code of conduct', 'Add a checklist'] },
])
  test(`forms of conduct and checklists lie within their width and axe finds nothing, ${name}`, async ({
    page,
    city,
  }) => {
    await page.context().addCookies([{ name: 'lang', value: lang, url: city.server.url }]);
    await page.setViewportSize(size);
    await page.goto('/admin/areas/nui');
    for (const button of open) await page.getByRole('button', { name: button, exact: true }).click();
    await page.locator('select[name="base"]').selectOption({ index: 2 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    await page.screenshot({ path: test.info().outputPath('forms.png'), fullPage: true });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
