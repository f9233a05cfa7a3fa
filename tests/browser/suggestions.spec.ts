import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { browserCookies } from '../support/browser-cookies.ts';
import { type SignedIn, TEST_PASSWORD } from '../support/signed-in.ts';
import { DESK, expect, PHONE, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

const UNIT = WARDS.live.code;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// The browser notes what a form got wrong and what is not there.
test.use({ announced: /status of (422|403|404)/, trace: 'off', ownCity: 'suggestion book' });

/** From now on the page is read by somebody else. */
async function as(page: Page, who: SignedIn): Promise<void> {
  await page.context().clearCookies({ name: /session_token/ });
  await page.context().addCookies(browserCookies(who));
}

let sent = 0;
const submitted = (text: string, channel = 'qr') => {
  sent += 1;
  const data = { suggestion: `qr-${sent}`, text, channel };
  return { unit: UNIT, type: 'suggestion.submitted', at: Date.now(), data } as const;
};

async function expectSound(page: Page, what: string): Promise<void> {
  for (const dark of [false, true]) {
    await page.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect.soft(found, `${what}, ${dark ? 'dark' : 'light'}`).toEqual([]);
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, what).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

test('N1–N3: handed in by a key, sorted, confirmed with the password once more, instructed and answered, on a phone', async ({
  city,
  page,
  somebody,
}, { project }) => {
  test.setTimeout(120_000);
  const clerk = await somebody('clerk', UNIT, 'Lê Văn Thư');
  const head = await somebody('head', UNIT, 'Trần Thị Bình');
  await page.setViewportSize(PHONE);
  await city.tell([submitted('Đề nghị thêm ghế ngồi ở sảnh chờ.')]);

  await as(page, clerk);
  await page.goto('/suggestions');
  const line = page.getByRole('listitem').filter({ hasText: 'thêm ghế ngồi' });
  await expect(line).toContainText('Chưa phân loại');
  await expectSound(page, 'the list of a clerk');
  await line.getByRole('link', { name: 'Trang 1' }).click();
  await expect(page).toHaveURL(new RegExp(`/suggestions/${UNIT}/1$`));
  await page.getByLabel('Trang này là').selectOption('Góp ý');
  await page.getByRole('button', { name: 'Phân loại' }).click();
  await expect(page.getByText('Đã lưu vào sổ.')).toBeVisible();

  await as(page, head);
  await page.goto('/suggestions');
  await page.getByRole('link', { name: 'Trang 1' }).click();
  const see = page.getByRole('form', { name: 'Xác nhận đã xem' });
  await expect(see).toBeVisible();
  await page.screenshot({ path: `${project.outputDir}/screens/book-see-phone.png`, fullPage: true });
  await expectSound(page, 'a page to be confirmed');
  await see.getByLabel('Chức danh').fill('Chủ tịch UBND phường');
  await see.getByLabel('Mật khẩu của bạn').fill('không phải mật khẩu');
  await see.getByRole('button', { name: 'Xác nhận đã xem' }).click();
  await expect(see.getByText('Mật khẩu chưa đúng')).toBeVisible();
  await see.getByLabel('Mật khẩu của bạn').fill(TEST_PASSWORD);
  await see.getByRole('button', { name: 'Xác nhận đã xem' }).click();
  const sheet = page.getByRole('article');
  await expect(sheet).toContainText('Đã xem');
  await expect(sheet).toContainText('Chủ tịch UBND phường');
  await expect(sheet).toContainText('Trần Thị Bình');

  await page.getByRole('button', { name: 'Chỉ đạo' }).click();
  const instruct = page.getByRole('form', { name: 'Chỉ đạo' });
  // Signed once in this browser, the title is known.
  await expect(instruct.getByLabel('Chức danh')).toHaveValue('Chủ tịch UBND phường');
  await instruct.getByLabel('Ý kiến chỉ đạo').fill('Mua thêm 12 ghế');
  await instruct.getByLabel('Người hoặc bộ phận thực hiện').fill('Văn phòng');
  await instruct.getByLabel('Xong trước hết ngày').fill('2030-01-05');
  await instruct.getByRole('button', { name: 'Chỉ đạo' }).click();
  await expect(page.getByText('Mua thêm 12 ghế')).toBeVisible();
  await page.getByRole('button', { name: 'Trả lời người dân' }).click();
  const reply = page.getByRole('form', { name: 'Trả lời người dân' });
  await reply.getByLabel('Nội dung trả lời').fill('Ghế đã được đặt, cảm ơn bà con.');
  await reply.getByRole('button', { name: 'Trả lời người dân' }).click();
  await expect(sheet).toContainText('Đã trả lời');
  await expectSound(page, 'an answered page');
  await page.screenshot({ path: `${project.outputDir}/screens/book-answered-phone.png`, fullPage: true });
});

test('N5: a denunciation leaves the book: gone for the unit, read by the level above', async ({
  city,
  page,
  somebody,
}, { project }) => {
  test.setTimeout(120_000);
  const SECRET = 'Cán bộ quầy 2 nhận tiền bồi dưỡng.';
  const clerk = await somebody('clerk', UNIT, 'Lê Văn Thư');
  const head = await somebody('head', UNIT, 'Trần Thị Bình');
  await city.tell([submitted(SECRET)]);
  await as(page, clerk);
  await page.setViewportSize(DESK);
  await page.goto('/suggestions?kind=unsorted');
  await page
    .getByRole('listitem')
    .filter({ hasText: SECRET })
    .getByRole('link', { name: /^Trang/ })
    .click();
  await page.getByLabel('Trang này là').selectOption('Tố cáo');
  await page.getByRole('button', { name: 'Phân loại' }).click();
  await expect(page.getByText('Đã lưu vào sổ.')).toBeVisible();
  const address = new URL(page.url()).pathname;
  for (const who of [clerk, head]) {
    await as(page, who);
    await page.goto(address);
    await expect(page.getByRole('article')).toContainText('đã rời sổ lên cấp trên');
    expect(await page.content()).not.toContain('bồi dưỡng');
    await page.goto('/suggestions?state=away');
    await expect(page.getByText('đã rời sổ lên cấp trên').first()).toBeVisible();
    expect(await page.content()).not.toContain('bồi dưỡng');
  }
  await as(page, city.leader);
  await page.goto(address);
  const sheet = page.getByRole('article');
  await expect(sheet).toContainText(SECRET);
  await expect(sheet).toContainText('Luật Tố cáo 2018');
  await expectSound(page, 'a page that left, read above');
  await page.screenshot({ path: `${project.outputDir}/screens/book-away-desk.png`, fullPage: true });
  // Removed on request, its number stays.
  await page.getByRole('button', { name: 'Xóa nội dung theo yêu cầu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa nội dung theo yêu cầu' }).click();
  await expect(sheet).toContainText('Nội dung đã được xóa theo yêu cầu.');
  expect(await page.content()).not.toContain('bồi dưỡng');
});

test('a clerk writes a page; filters stand in the address, in English too; whoever may not is told so', async ({
  city,
  context,
  page,
  somebody,
}, { project }) => {
  const clerk = await somebody('clerk', WARDS.late.code, 'Lê Văn Thư');
  const other = await somebody('head', WARDS.none.code, 'Người nơi khác');
  await as(page, clerk);
  await page.goto('/suggestions');
  await expect(page.getByText('Chưa có trang nào ở đây')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
  const enter = page.getByRole('form', { name: 'Ghi vào sổ' });
  await enter.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(enter.getByText('Cần điền ô này')).toBeVisible();
  const hostile = '<img src=x onerror=alert(1)> & "=1+1"';
  await enter.getByLabel('Nội dung').fill(hostile);
  await enter.getByLabel('Kênh').selectOption('Đường dây nóng');
  const paper = sharp({ create: { width: 300, height: 200, channels: 3, background: '#f4e9c8' } });
  await enter
    .getByLabel('Ảnh trang giấy')
    .setInputFiles({ name: 'giay.png', mimeType: 'image/png', buffer: await paper.png().toBuffer() });
  await expect(enter.getByText('Đã có ảnh')).toBeVisible();
  await enter.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(page.getByRole('article')).toContainText(hostile);
  const photo = page.getByRole('img', { name: 'Ảnh của trang 1' });
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
  const address = new URL(page.url()).pathname;

  await context.addCookies([{ name: 'lang', value: 'en', url: city.server.url }]);
  await page.goto('/suggestions');
  await expect(page.getByRole('heading', { name: 'Suggestion book' })).toBeVisible();
  await page.getByLabel('Channel').selectOption('QR code');
  await expect(page).toHaveURL(/channel=qr/);
  await expect(page.getByText('No such page')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText(hostile)).toBeVisible();
  await expectSound(page, 'the list in English');
  await page.screenshot({ path: `${project.outputDir}/screens/book-list-english.png`, fullPage: true });

  await as(page, other);
  await page.goto(address);
  await expect(page.getByText('This page is not open to you')).toBeVisible();
  await as(page, clerk);
  await page.goto(`${address}9`);
  await expect(page.getByText('The book has no such page')).toBeVisible();
});
