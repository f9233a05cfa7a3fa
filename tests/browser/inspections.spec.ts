import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { browserCookies } from '../support/browser-cookies.ts';
import type { SignedIn } from '../support/signed-in.ts';
import { DESK, expect, PHONE, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

const UNIT = WARDS.live.code;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// The browser notes what a form got wrong and what is not there.
test.use({ announced: /status of (422|403|404)/, trace: 'off' });

/** From now on the page is read by somebody else. */
async function as(page: Page, who: SignedIn): Promise<void> {
  await page.context().clearCookies({ name: /session_token/ });
  await page.context().addCookies(browserCookies(who));
}

async function expectSound(page: Page, what: string): Promise<void> {
  for (const dark of [false, true]) {
    await page.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect.soft(found, `${what}, ${dark ? 'dark' : 'light'}`).toEqual([]);
  }
  await page.evaluate(() => document.documentElement.classList.remove('dark'));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, what).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

test('I2–I8: opened on the spot by phone, unseen by the head until announced, found with photo, explained, remedied, signed, closed, counted', async ({
  page,
  somebody,
}, { project }) => {
  test.setTimeout(180_000);
  const shot = (name: string) =>
    page.screenshot({ path: `${project.outputDir}/screens/inspection-${name}.png`, fullPage: true });
  const inspector = await somebody('inspector', 'tp', 'Phạm Minh Tra');
  const head = await somebody('head', UNIT, 'Trần Thị Bình');
  await page.setViewportSize(PHONE);

  await as(page, inspector);
  await page.goto(`/inspections?area=${UNIT}`);
  await expect(page.getByText('Chưa có cuộc kiểm tra nào ở đây')).toBeVisible();
  await page.getByRole('button', { name: 'Mở kiểm tra' }).click();
  const begin = page.getByRole('form', { name: 'Kiểm tra một đơn vị' });
  await expect(begin.getByLabel('Đơn vị')).toHaveValue(UNIT);
  await begin.getByLabel('Đoàn kiểm tra').fill('Đoàn kiểm tra công vụ Thành phố');
  await expectSound(page, 'the form that opens');
  await shot('begin-phone');
  await begin.getByRole('button', { name: 'Mở ngay tại chỗ' }).click();
  await expect(page.getByText('Đơn vị chưa thấy cuộc này.')).toBeVisible();
  const address = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Xem bảng lúc đó' }).click();
  await expect(page.getByRole('region', { name: 'Đang chờ' })).toBeVisible();
  await expectSound(page, 'not announced');
  await shot('opened-phone');
  await expect(page.getByRole('link', { name: 'Xem lúc đó' })).toHaveAttribute(
    'href',
    new RegExp(`^/replay\\?area=${UNIT}&at=20`),
  );

  // The head finds nothing: neither in the list nor by the address.
  await as(page, head);
  await page.goto('/inspections');
  await expect(page.getByText('Chưa có cuộc kiểm tra nào ở đây')).toBeVisible();
  await expect(page.getByText('Chưa có cuộc kiểm tra nào được công bố')).toBeVisible();
  await page.goto(address);
  await expect(page.getByText('Không có cuộc kiểm tra này')).toBeVisible();

  await as(page, inspector);
  await page.goto(address);
  await page.getByRole('button', { name: 'Công bố cho đơn vị' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Công bố cho đơn vị' }).click();
  await expect(page.getByText('Đơn vị chưa thấy cuộc này.')).toBeHidden();
  await page.getByRole('button', { name: 'Thêm phát hiện' }).click();
  const find = page.getByRole('form', { name: 'Thêm phát hiện' });
  await find.getByLabel('Mục trong danh mục').selectOption('Đeo thẻ công chức khi làm việc');
  await expect(find.getByLabel('Thấy gì')).toHaveValue('Chưa đạt: Đeo thẻ công chức khi làm việc');
  const hall = sharp({ create: { width: 320, height: 240, channels: 3, background: '#7d93a1' } });
  await find
    .getByLabel('Ảnh')
    .setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: await hall.png().toBuffer() });
  await expect(find.getByText('Đã có ảnh')).toBeVisible();
  await expectSound(page, 'the form of a finding');
  await shot('finding-phone');
  await find.getByRole('button', { name: 'Thêm phát hiện' }).click();
  const photo = page.getByRole('img', { name: 'Ảnh của phát hiện 1' });
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);

  await as(page, head);
  await page.goto('/inspections');
  await page.getByRole('link', { name: /Phường/ }).click();
  await expect(photo).toBeVisible();
  await page.getByRole('button', { name: 'Giải trình' }).click();
  const explain = page.getByRole('form', { name: 'Giải trình' });
  await explain.getByLabel('Về phát hiện').selectOption({ index: 1 });
  await explain.getByLabel('Lời giải trình').fill('Thẻ đang được in lại.');
  await explain.getByRole('button', { name: 'Giải trình' }).click();
  await expect(page.getByText('Thẻ đang được in lại.')).toBeVisible();
  await page.getByRole('button', { name: 'Báo đã khắc phục' }).click();
  const remedy = page.getByRole('form', { name: 'Báo đã khắc phục' });
  await remedy.getByLabel('Đã làm gì').fill('Đã đeo thẻ tạm.');
  await remedy.getByRole('button', { name: 'Báo đã khắc phục' }).click();
  await expect(page.getByText('Khắc phục đúng hạn').first()).toBeVisible();
  await expectSound(page, 'the head has answered');
  await shot('head-phone');

  await as(page, inspector);
  await page.setViewportSize(DESK);
  await page.goto(address);
  await page.getByRole('button', { name: 'Ký biên bản' }).click();
  const sign = page.getByRole('form', { name: 'Ký biên bản' });
  await sign.getByRole('button', { name: 'Ký biên bản' }).click();
  await expect(sign.getByText('Cần điền ô này')).toBeVisible();
  await sign.getByLabel('Số biên bản').fill('07/BB-KTCV');
  await sign.getByLabel('Họ tên người ký 1').fill('Phạm Minh Tra');
  await sign.getByRole('button', { name: 'Ký biên bản' }).click();
  await expect(page.getByText('Số 07/BB-KTCV')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi kỷ luật' }).click();
  const discipline = page.getByRole('form', { name: 'Ghi kỷ luật' });
  await expect(discipline.getByLabel('Hình thức').getByRole('option')).toHaveCount(4);
  await discipline.getByLabel('Số người').fill('2');
  await discipline.getByRole('button', { name: 'Ghi kỷ luật' }).click();
  await expect(page.getByText('Khiển trách: 2')).toBeVisible();
  await page.getByRole('button', { name: 'Kết thúc' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).click();
  await expect(page.getByText('Đã kết thúc')).toBeVisible();
  await expectSound(page, 'a closed inspection');
  await shot('closed-desk');

  await page.getByRole('link', { name: 'Biên bản để in' }).click();
  await expect(page.getByRole('heading', { name: 'Biên bản kiểm tra công vụ' })).toBeVisible();
  await expectSound(page, 'the minutes');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: 'In' })).toBeHidden();
  await shot('minutes-print');
  await page.emulateMedia({ media: null });

  await page.goto('/inspections?area=tp');
  const totals = page.getByRole('region', { name: 'Bảng số cuộc theo cấp và kỳ' });
  await expect(totals.getByRole('row').nth(1)).toContainText('Thành phố');
  await expect(totals.getByRole('row').last()).toContainText('Cộng');
  await expect(totals.getByRole('row').last()).toContainText('100% (1/1)');
  await expectSound(page, 'list and totals');
  await shot('totals-desk');
});

test('filters stand in the address, in English too; planned ahead; whoever reads lists alone reads no words', async ({
  city,
  context,
  page,
  somebody,
}, { project }) => {
  test.setTimeout(120_000);
  const inspector = await somebody('inspector', 'tp', 'Phạm Minh Tra');
  const analyst = await somebody('analyst', 'tp', 'Người phân tích');
  const officer = await somebody('officer', WARDS.late.code, 'Người ở quầy');
  await context.addCookies([{ name: 'lang', value: 'en', url: city.server.url }]);
  await as(page, inspector);
  await page.setViewportSize(DESK);
  await page.goto(`/inspections?area=${WARDS.late.code}`);
  await page.getByRole('button', { name: 'Open an inspection' }).click();
  const begin = page.getByRole('form', { name: 'Inspect a unit' });
  await begin.getByLabel('When').selectOption('Plan it');
  await begin.getByLabel('Day of the inspection').fill('2020-01-01');
  await begin.getByRole('button', { name: 'Plan it' }).click();
  await expect(begin.getByText('This day has passed')).toBeVisible();
  await begin.getByLabel('Day of the inspection').fill('2999-12-31');
  await begin.getByLabel('Inspection team').fill('Joint team');
  await begin.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByText('The unit does not see this one yet.')).toBeVisible();
  const address = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Announce to the unit' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Announce to the unit' }).click();
  await expect(page.getByText('The unit does not see this one yet.')).toBeHidden();
  await page.goto('/inspections?area=tp');
  await page.getByLabel('State').selectOption('Planned');
  await expect(page).toHaveURL(/state=planned/);
  await page.getByLabel('Kind').selectOption('Surprise');
  await expect(page.getByText('No such inspection')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).not.toHaveURL(/state=/);
  await expectSound(page, 'the list in English');
  await page.screenshot({ path: `${project.outputDir}/screens/inspection-list-english.png`, fullPage: true });

  await as(page, analyst);
  await page.goto(address);
  await expect(page.getByText('Under way').or(page.getByText('Planned')).first()).toBeVisible();
  expect(await page.content()).not.toContain('Joint team');
  await as(page, officer);
  await page.goto('/inspections');
  await expect(page.getByRole('heading', { name: 'This page is not open to you' })).toBeVisible();
});
