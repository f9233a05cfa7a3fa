import type { Locator, Page } from '@playwright/test';
import { addDays } from '../../lib/domain/zoned-time.ts';
import { browserCookies } from '../support/browser-cookies.ts';
import { signIn } from '../support/signed-in.ts';
import { expectAccessible } from './access-test.ts';
import { expect, test } from './live-test.ts';
import { WARDS } from './test-city-tree.ts';

const { code, name } = WARDS.live;

test.use({
  ownCity: 'meetings',
  viewport: { width: 1280, height: 900 },
  // The browser notes a refused form.
  announced: /status of 422/,
});

const panelOf = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

test('PC7–PC9: a head keeps reception days and dialogues, and everybody reads them with what is owed, on a phone', async ({
  browser,
  city,
  page,
}, { project }) => {
  test.setTimeout(120_000);
  const shot = (of: Page, what: string) =>
    of.screenshot({ path: `${project.outputDir}/screens/meetings-${what}.png`, fullPage: true });
  const door = await city.server.door();
  const head = await signIn({ url: city.server.url, door }, { role: 'head', area: code });
  await door.close();
  const own = await browser.newContext({
    baseURL: city.server.url,
    storageState: { cookies: browserCookies(head), origins: [] },
  });
  const desk = await own.newPage();

  // The leader above says when the city receives.
  await page.goto('/meetings?area=tp');
  await page.getByRole('button', { name: 'Thêm lịch tiếp công dân' }).click();
  const above = page.getByRole('form', { name: 'Thêm lịch tiếp công dân' });
  await above.getByLabel('Chức danh người tiếp').fill('Chủ tịch UBND thành phố');
  await above.getByLabel('Nơi tiếp').fill('Trụ sở tiếp công dân');
  await above.getByLabel('Lặp lại').selectOption('monthly');
  await above.getByLabel('Ngày trong tháng').fill('5, 20');
  await above.getByLabel('Căn cứ').fill('Thông báo 12/TB-UBND');
  await above.getByRole('button', { name: 'Lưu' }).click();
  await expect(panelOf(page, 'Lãnh đạo tiếp công dân')).toContainText('ngày 5, 20 hằng tháng');

  await desk.goto(`/meetings?area=${code}`);
  await expect(
    desk.getByRole('heading', { name: `Tiếp công dân, đối thoại · Phường ${name}` }),
  ).toBeVisible();
  await desk.getByRole('button', { name: 'Thêm lịch tiếp công dân' }).click();
  const set = desk.getByRole('form', { name: 'Thêm lịch tiếp công dân' });
  await set.getByLabel('Chức danh người tiếp').fill('Chủ tịch UBND phường');
  await set.getByLabel('Nơi tiếp').fill('Phòng tiếp công dân');
  await set.getByLabel('Căn cứ').fill('Lịch tiếp công dân 2026');
  await set.getByLabel('Đến giờ').fill('07:00');
  await set.getByRole('button', { name: 'Lưu' }).click();
  await expect(set.getByLabel('Đến giờ')).toHaveAccessibleDescription(/phải sau giờ bắt đầu/);
  await set.getByLabel('Đến giờ').fill('11:30');
  await expectAccessible(desk, 'the form of a reception');
  await set.getByRole('button', { name: 'Lưu' }).click();
  await expect(panelOf(desk, 'Lãnh đạo tiếp công dân').getByRole('listitem')).toHaveCount(2);

  const today = new Date().toISOString().slice(0, 10);
  await desk.getByRole('button', { name: 'Thêm cuộc đối thoại' }).click();
  const plan = desk.getByRole('form', { name: 'Thêm cuộc đối thoại' });
  await plan.getByLabel('Nội dung đối thoại').fill('Thủ tục đất đai');
  await plan.getByLabel('Ngày', { exact: true }).fill(addDays(today, 6));
  await plan.getByLabel('Nơi đối thoại').fill('Hội trường');
  await plan.getByRole('button', { name: 'Lưu' }).click();
  for (const [text, due] of [
    ['Bao giờ có máy lấy số?', addDays(today, -3)],
    ['Có làm việc sáng thứ Bảy không?', addDays(today, 9)],
  ] as const) {
    await desk.getByRole('button', { name: /^Ghi ý kiến: Thủ tục đất đai/ }).click();
    const raise = desk.getByRole('form', { name: 'Ghi ý kiến' });
    await raise.getByLabel('Ý kiến, câu hỏi').fill(text);
    await raise.getByLabel('Người nêu').fill('Bà Trần Thị Mai');
    await raise.getByLabel('Đơn vị hoặc chức danh trả lời').fill('Văn phòng UBND phường');
    await raise.getByLabel('Hạn trả lời').fill(due);
    await raise.getByRole('button', { name: 'Ghi ý kiến' }).click();
    await expect(raise).toBeHidden();
  }
  await desk.getByRole('button', { name: 'Trả lời: Có làm việc sáng thứ Bảy không?' }).click();
  await desk.getByRole('form', { name: 'Trả lời' }).getByLabel('Nội dung trả lời').fill('Có, từ tháng sau.');
  await desk.getByRole('form', { name: 'Trả lời' }).getByRole('button', { name: 'Trả lời' }).click();
  await expect(panelOf(desk, 'Ý kiến nêu tại đối thoại')).toContainText(
    '2 ý kiến · 1 đã trả lời, trong đó 1 đúng hạn · 1 quá hạn trả lời',
  );
  await expectAccessible(desk, 'the page of whoever keeps them');
  await shot(desk, 'desk');
  await desk.setViewportSize({ width: 390, height: 844 });
  await shot(desk, 'desk-phone');
  await own.close();

  const everybody = await browser.newContext({
    baseURL: city.server.url,
    viewport: { width: 390, height: 844 },
    storageState: { cookies: [], origins: [] },
  });
  for (const lang of ['vi', 'en'] as const) {
    await everybody.addCookies([{ name: 'lang', value: lang, url: city.server.url }]);
    const phone = await everybody.newPage();
    await phone.goto(`/p/${code}`);
    await expect(phone.getByText('Chủ tịch UBND phường')).toBeVisible();
    await expect(phone.getByText('Chủ tịch UBND thành phố')).toBeVisible();
    await expect(
      phone.getByText(lang === 'vi' ? 'quá hạn trả lời' : 'answer overdue', { exact: true }),
    ).toBeVisible();
    await phone.getByText(lang === 'vi' ? 'Xem trả lời' : 'Read the answer').click();
    await expect(phone.getByText('Có, từ tháng sau.')).toBeVisible();
    expect(await phone.content()).not.toContain('Trần Thị Mai');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(phone, `the public page, ${lang}`);
    await shot(phone, `public-${lang}`);
  }
  await everybody.close();
});
