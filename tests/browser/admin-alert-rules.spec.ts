import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { DESK, expect, PHONE, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

const panel = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const kindLine = (rules: Locator, name: string): Locator =>
  rules.getByRole('listitem').filter({ hasText: name });

/** A day that lies ahead, however long the tests run. */
const LATER = '2031-05-05';

test('every kind says what holds by default; a rule of the district holds in its wards and says where it is from', async ({
  page,
}) => {
  await page.goto('/admin/areas/nui');
  const rules = panel(page, 'Quy tắc cảnh báo');
  await expect(kindLine(rules, 'chờ lâu')).toContainText(
    /báo từ 30 phút, hết dưới 20 phút.*chưa ai nhận sau 20 phút.*mặc định, chưa ai đặt/,
  );
  await expect(kindLine(rules, 'trang sổ góp ý')).toContainText('báo từ 1 trường hợp');
  const line = kindLine(rules, 'đông người mỗi quầy');
  await line.getByRole('button', { name: 'Đổi: đông người mỗi quầy' }).click();
  await expect(line.getByLabel('Báo từ bao nhiêu người mỗi quầy mở')).toHaveValue('15');
  await line.getByLabel('Báo từ bao nhiêu người mỗi quầy mở').fill('12');
  await line.getByLabel('Hết khi xuống dưới').fill('13');
  await line.getByLabel('Giờ không báo').fill('11:30–13:30');
  await line.getByLabel('Áp dụng từ ngày').fill('2026-01-01');
  await line.getByLabel('Căn cứ').fill('Thông báo 45');
  await line.getByRole('button', { name: 'Lưu' }).click();
  await expect(line.getByLabel('Hết khi xuống dưới')).toHaveAccessibleDescription(/không được cao hơn/);
  await line.getByLabel('Hết khi xuống dưới').fill('8');
  await line.getByRole('button', { name: 'Lưu' }).click();
  await expect(line.getByLabel('Áp dụng từ ngày')).toHaveAccessibleDescription(/không lùi về quá khứ/);
  await line.getByLabel('Áp dụng từ ngày').fill(LATER);
  await line.getByRole('button', { name: 'Lưu' }).click();
  await expect(line).toContainText(/báo từ 12 người mỗi quầy, hết dưới 8.*không báo 11:30–13:30.*sắp tới/);
  await expect(line).toContainText(/05\/05\/2031 · Thông báo 45.*riêng/);
});

test('a kind is switched off from a day on, and quiet hours that are none are named at their field', async ({
  page,
}) => {
  await page.goto(`/admin/areas/${WARDS.nobody.code}`);
  const line = kindLine(panel(page, 'Quy tắc cảnh báo'), 'mất tín hiệu máy lấy số');
  await line.getByRole('button', { name: 'Đổi: mất tín hiệu máy lấy số' }).click();
  await expect(line.getByLabel('Hết khi xuống dưới')).toHaveCount(0);
  await line.getByLabel('Theo dõi').selectOption('no');
  await line.getByLabel('Giờ không báo').fill('buổi trưa');
  await line.getByLabel('Áp dụng từ ngày').fill(LATER);
  await line.getByLabel('Căn cứ').fill('Máy hỏng');
  await line.getByRole('button', { name: 'Lưu' }).click();
  await expect(line.getByLabel('Giờ không báo')).toHaveAccessibleDescription(/07:30/);
  await line.getByLabel('Giờ không báo').fill('');
  await line.getByRole('button', { name: 'Lưu' }).click();
  await expect(line).toContainText(/không báo.*sắp tới.*Máy hỏng/);
});

for (const { lang, theme, size, name } of [
  { lang: 'vi', theme: 'light', size: PHONE, name: 'phone' },
  { lang: 'en', theme: 'dark', size: DESK, name: 'desk-english-dark' },
] as const) {
  test(`rules of alerts and their form lie within their width and axe finds nothing, ${name}`, async ({
    page,
    context,
    city,
  }, info) => {
    await context.addCookies([
      { name: 'lang', value: lang, url: city.server.url },
      { name: 'theme', value: theme, url: city.server.url },
    ]);
    await page.setViewportSize(size);
    await page.goto(`/admin/areas/${WARDS.late.code}`);
    await page.getByRole('button', { name: lang === 'en' ? 'Change: long wait' : 'Đổi: chờ lâu' }).click();
    await page.waitForLoadState('networkidle');
    await page.screenshot({
      path: `${info.project.outputDir}/screens/admin-alert-rules-${name}.png`,
      fullPage: true,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
  });
}
