import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './access-test.ts';
import { expect, PHONE, test } from './admin-test.ts';
import { seeLater } from './see-later.ts';

test.describe.configure({ mode: 'serial' });

const panelOf = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

test('a survey is entered with its period, number of answers and document; what is wrong is named at its field', async ({
  page,
}) => {
  await page.goto('/admin/areas/song');
  const panel = panelOf(page, 'Khảo sát');
  await expect(panel).toContainText('Chưa nhập khảo sát nào');
  await panel.getByRole('button', { name: 'Nhập kết quả khảo sát' }).click();
  await panel.getByLabel('Tên khảo sát').fill('SIPAS');
  await panel.getByLabel('Kỳ từ ngày').fill('2026-06-30');
  await panel.getByLabel('Đến hết ngày').fill('2026-01-01');
  await panel.getByLabel('Kết quả, %').fill('183,94');
  await panel.getByLabel('Cách làm').fill('Phát phiếu tại nhà');
  await panel.getByLabel('Văn bản công bố').fill('Báo cáo 12/BC-SNV');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.getByLabel('Số phiếu')).toHaveAccessibleDescription(/Cần điền ô này/);
  await expect(panel.getByLabel('Kết quả, %')).toHaveAccessibleDescription(/từ 0 đến 100%/);
  await panel.getByLabel('Số phiếu').fill('300');
  await panel.getByLabel('Kết quả, %').fill('83,94');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.getByLabel('Đến hết ngày')).toHaveAccessibleDescription(/đứng trước ngày đầu/);
  await panel.getByLabel('Kỳ từ ngày').fill('2026-01-01');
  await panel.getByLabel('Đến hết ngày').fill('2036-01-01');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.getByLabel('Đến hết ngày')).toHaveAccessibleDescription(/chưa kết thúc/);
  await panel.getByLabel('Đến hết ngày').fill('2026-06-30');
  await expectAccessible(page, 'the form of a survey');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.getByRole('listitem')).toContainText(
    /SIPAS · Khu vực Sông.*83,9% tỷ lệ hài lòng · trên 300 phiếu · từ 79,\d% đến 87,\d%.*01\/01\/2026 đến 30\/06\/2026.*Phát phiếu tại nhà · Báo cáo 12\/BC-SNV · Quản Trị Viên nhập/,
  );
});

test('it stands beside what people say at the counter, on the overview and in the comparison, as what it is', async ({
  page,
}, { project }) => {
  await page.goto('/areas/song');
  await seeLater(page);
  const panel = panelOf(page, 'Khảo sát');
  await expect(panel).toContainText('không gộp và không so với đánh giá tại quầy');
  await expect(panel).toContainText('SIPAS · Khu vực Sông');
  await expect(panel).toContainText(/Đánh giá tại quầy tháng này: [\d,]+% trên \d+ lượt/);
  await page.screenshot({ path: `${project.outputDir}/screens/surveys-overview.png`, fullPage: true });
  await page.goto('/areas/tp/compare');
  await expect(panel).toContainText('83,9%');
  await page.goto('/areas/tp/compare?metric=waitP50');
  await expect(panel).toHaveCount(0);
});

test('on a phone and in English it lies within its width', async ({ page, context, city }, { project }) => {
  await context.addCookies([{ name: 'lang', value: 'en', url: city.server.url }]);
  await page.setViewportSize(PHONE);
  await page.goto('/areas/song');
  await seeLater(page);
  await expect(panelOf(page, 'Surveys')).toContainText('share of the satisfied · of 300 answers');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await page.screenshot({ path: `${project.outputDir}/screens/surveys-phone.png`, fullPage: true });
  await expectAccessible(page, 'surveys on a phone');
});
