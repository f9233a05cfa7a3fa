import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { DESK, expect, PHONE, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

const panel = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/** A day that lies ahead, however long the tests run. */
const LATER = '2031-05-05';

type Typed = { code: string; name: string; days: string; from: string };

async function addProcedure(procedures: Locator, { code, name, days, from }: Typed): Promise<void> {
  await procedures.getByRole('button', { name: 'Thêm hoặc sửa thủ tục' }).click();
  await procedures.getByLabel('Mã thủ tục').fill(code);
  await procedures.getByLabel('Lĩnh vực').fill('ho-tich');
  await procedures.getByLabel('Tên', { exact: true }).fill(name);
  await procedures.getByLabel('Số ngày làm việc').fill(days);
  await procedures.getByLabel('Áp dụng từ ngày').fill(from);
  await procedures.getByLabel('Căn cứ').fill('Quyết định 12');
  await procedures.getByRole('button', { name: 'Lưu' }).click();
}

test('a procedure of the city holds in its wards, and says where it comes from', async ({ page }) => {
  await page.goto('/admin/areas/tp');
  const procedures = panel(page, 'Thủ tục và thời hạn');
  await addProcedure(procedures, { code: 'tt-1', name: 'Xác nhận hôn nhân', days: '3', from: '2026-01-01' });
  await expect(procedures.getByRole('status').filter({ hasText: 'Đã lưu.' })).toBeVisible();
  await page.goto(`/admin/areas/${WARDS.late.code}`);
  const line = procedures.getByRole('listitem').filter({ hasText: 'Xác nhận hôn nhân' });
  await expect(line).toContainText(
    /tt-1.*3 ngày làm việc.*01\/01\/2026.*Quyết định 12.*theo Thành phố Kiểm Thử/,
  );
  await expect(procedures.getByRole('heading', { name: 'Hộ tịch' })).toBeVisible();
});

test('what is wrong with a limit is named at its field and kept, for each kind of limit', async ({
  page,
}) => {
  await page.goto(`/admin/areas/${WARDS.live.code}`);
  const procedures = panel(page, 'Thủ tục và thời hạn');
  await addProcedure(procedures, { code: 'tt-2', name: 'Khai sinh', days: 'ba', from: LATER });
  const days = procedures.getByLabel('Số ngày làm việc');
  await expect(days).toBeFocused();
  await expect(days).toHaveValue('ba');
  await expect(days).toHaveAccessibleDescription(/Kiểu giá trị chưa đúng/);
  await procedures.getByLabel('Thời hạn giải quyết tính theo').selectOption('hours');
  const hours = procedures.getByLabel('Số giờ làm việc');
  await hours.fill('1,1');
  await procedures.getByRole('button', { name: 'Lưu' }).click();
  await expect(hours).toHaveAccessibleDescription(/một phần tư/);
  await procedures.getByLabel('Thời hạn giải quyết tính theo').selectOption('sameDay');
  const cutOff = procedures.getByLabel('Nhận đến giờ nào');
  await cutOff.fill('ba giờ');
  await procedures.getByRole('button', { name: 'Lưu' }).click();
  await expect(cutOff).toHaveAccessibleDescription(/07:30/);
  await expect(cutOff).toHaveValue('ba giờ');
  await cutOff.fill('15h');
  await procedures.getByRole('button', { name: 'Lưu' }).click();
  await expect(procedures.getByRole('listitem').filter({ hasText: 'Khai sinh' })).toContainText(
    /trong ngày, nếu nhận đến 15:00.*sắp tới.*05\/05\/2031.*riêng/,
  );
});

test('in English the same rule is named in English', async ({ page, context, city }) => {
  await context.addCookies([{ name: 'lang', value: 'en', url: city.server.url }]);
  await page.goto(`/admin/areas/${WARDS.live.code}`);
  const procedures = panel(page, 'Procedures and their limits');
  await procedures.getByRole('button', { name: 'Add or change a procedure' }).click();
  await procedures.getByLabel('Procedure code').fill('tt-3');
  await procedures.getByRole('button', { name: 'Save' }).click();
  await expect(procedures.getByLabel('Working days')).toHaveAccessibleDescription(/Fill in this field/);
  await expect(procedures.getByLabel('Procedure code')).toHaveValue('tt-3');
});

test('a change begins as what holds, and stands beside it until its day has come', async ({ page }) => {
  await page.goto(`/admin/areas/${WARDS.nobody.code}`);
  const procedures = panel(page, 'Thủ tục và thời hạn');
  await addProcedure(procedures, { code: 'tt-4', name: 'Trích lục', days: '2', from: '2026-01-01' });
  const lines = procedures.getByRole('listitem').filter({ hasText: 'Trích lục' });
  await lines.getByRole('button', { name: 'Đổi: Trích lục' }).click();
  await expect(lines.getByLabel('Tên', { exact: true })).toHaveValue('Trích lục');
  await expect(lines.getByLabel('Căn cứ')).toHaveValue('Quyết định 12');
  await lines.getByLabel('Số ngày làm việc').fill('1');
  await lines.getByLabel('Áp dụng từ ngày').fill(LATER);
  await lines.getByRole('button', { name: 'Lưu' }).click();
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText('2 ngày làm việc');
  await expect(lines.nth(1)).toContainText(/1 ngày làm việc.*sắp tới/);
});

test('the holidays of a year are looked at, then added; a day set by hand stays', async ({ page }) => {
  // So far ahead nothing is decided.
  const year = new Date().getFullYear() + 3;
  await page.goto('/admin/areas/nui');
  const hours = panel(page, 'Giờ làm việc');
  await hours.getByRole('button', { name: /Thêm ngày nghỉ/ }).click();
  await hours.getByLabel('Ngày', { exact: true }).fill(`${year}-11-24`);
  await hours.getByLabel('Căn cứ').fill('Nghỉ theo văn bản riêng');
  await hours.getByRole('button', { name: 'Lưu' }).click();
  await hours.getByRole('button', { name: 'Thêm ngày lễ của năm' }).click();
  await hours.getByLabel('Năm', { exact: true }).selectOption(String(year));
  const list = hours.getByRole('list', { name: `Ngày lễ, Tết năm ${year}` });
  await expect(list.getByRole('listitem').filter({ hasText: 'Tết Nguyên Đán' }).first()).toContainText(
    'dự kiến',
  );
  await expect(
    list
      .getByRole('listitem')
      .filter({ hasText: `24/11/${year}` })
      .first(),
  ).toContainText('đã đặt ở Khu vực Núi, giữ nguyên');
  await hours.getByRole('button', { name: /^Thêm \d+ ngày$/ }).click();
  await expect(hours.getByRole('listitem').filter({ hasText: 'Giỗ tổ Hùng Vương' }).first()).toContainText(
    'Điều 112',
  );
  await expect(hours.getByRole('listitem').filter({ hasText: `24/11/${year}` })).toContainText(
    'văn bản riêng',
  );
  await hours.getByRole('button', { name: 'Thêm ngày lễ của năm' }).click();
  await hours.getByLabel('Năm', { exact: true }).selectOption(String(year));
  await expect(hours.getByText('Mọi ngày lễ của năm này đã được đặt.')).toBeVisible();
});

test('a cut day is set with its day and source; one that not every month has is named', async ({ page }) => {
  await page.goto('/admin/areas/bien');
  const reporting = panel(page, 'Kỳ báo cáo');
  await expect(reporting).toContainText('chưa ai đặt ngày chốt');
  await reporting.getByRole('button', { name: 'Đặt ngày chốt số liệu' }).click();
  await reporting.getByLabel('Kỳ bắt đầu từ ngày nào').fill('31');
  await reporting.getByLabel('Áp dụng từ ngày').fill('2025-01-01');
  await reporting.getByLabel('Căn cứ').fill('Nghị định 09/2019/NĐ-CP');
  await reporting.getByRole('button', { name: 'Lưu' }).click();
  await expect(reporting.getByLabel('Kỳ bắt đầu từ ngày nào')).toHaveAccessibleDescription(/quá lớn/);
  await reporting.getByLabel('Kỳ bắt đầu từ ngày nào').fill('15');
  await reporting.getByRole('button', { name: 'Lưu' }).click();
  await expect(reporting.getByRole('listitem')).toContainText(/từ ngày 15 tháng trước.*01\/01\/2025.*riêng/);
  await expect(reporting).toContainText(/Kỳ tháng \d\d\/\d{4}: từ 15\/\d\d\/\d{4} đến hết 14\//);
});

const looks = [
  { lang: 'vi', theme: 'light', size: DESK, name: 'desk' },
  { lang: 'en', theme: 'dark', size: DESK, name: 'desk-english-dark' },
  { lang: 'vi', theme: 'light', size: PHONE, name: 'phone' },
  { lang: 'en', theme: 'light', size: PHONE, name: 'phone-english' },
] as const;

for (const { lang, theme, size, name } of looks) {
  test(`forms and lists of the calendar lie within their width, ${name}`, async ({
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
    const english = lang === 'en';
    await page
      .getByRole('button', { name: english ? 'Add the holidays of a year' : 'Thêm ngày lễ của năm' })
      .click();
    await page
      .getByRole('button', { name: english ? 'Add or change a procedure' : 'Thêm hoặc sửa thủ tục' })
      .click();
    await page.getByRole('button', { name: english ? 'Set the cut day' : 'Đặt ngày chốt số liệu' }).click();
    await page.waitForLoadState('networkidle');
    await page.screenshot({
      path: `${info.project.outputDir}/screens/admin-calendar-${name}.png`,
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
