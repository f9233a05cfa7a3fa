import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { browserCookies } from '../support/browser-cookies.ts';
import { expect, PHONE, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

const UNIT = WARDS.live.code;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// What is not there is noted by the browser.
test.use({ announced: /status of (404|422)/, trace: 'off' });

async function expectSound(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      what,
    )
    .toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, what).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

for (const language of ['vi', 'en'] as const)
  test(`N9: a citizen writes by phone, keeps the receipt and sees where the page stands (${language})`, async ({
    city,
    browser,
  }, { project }) => {
    const context = await browser.newContext({
      baseURL: city.server.url,
      viewport: PHONE,
      storageState: { cookies: [], origins: [] },
    });
    await context.addCookies([{ name: 'lang', value: language, url: city.server.url }]);
    const page = await context.newPage();
    await page.goto(`/p/${UNIT}/gop-y`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(WARDS.live.name);
    await expectSound(page, 'the form');
    await page.screenshot({
      path: `${project.outputDir}/screens/public-form-${language}.png`,
      fullPage: true,
    });
    await page.locator('textarea[name="text"]').fill('Xin thêm ghế ngồi ở sảnh chờ.');
    await page.locator('input[name="above"]').check();
    // A slip is no good before a sentence could have been written.
    await page.waitForTimeout(3_200);
    await page.locator('form[aria-label] button[type="submit"]').click();
    const link = page.locator('#receipt-link');
    await expect(link).toBeVisible();
    await expectSound(page, 'the receipt');
    await page.screenshot({
      path: `${project.outputDir}/screens/public-sent-${language}.png`,
      fullPage: true,
    });
    const address = (await link.textContent()) ?? '';
    // Another one right after it goes at its first try, too.
    await page
      .getByRole('button', { name: language === 'vi' ? 'Gửi góp ý khác' : 'Write something else' })
      .click();
    await page.locator('textarea[name="text"]').fill('Xin thêm quạt ở sảnh chờ.');
    await page.waitForTimeout(3_200);
    await page.locator('form[aria-label] button[type="submit"]').click();
    await expect(link).toBeVisible();
    expect(await link.textContent()).not.toBe(address);
    await page.goto(address);
    await expect(
      page.getByText(language === 'vi' ? 'Đã chuyển lên cấp trên' : 'Passed to the level above'),
    ).toBeVisible();
    expect(await page.content()).not.toContain('ghế ngồi');
    await expectSound(page, 'where the page stands');
    await page.goto(`${address.slice(0, -3)}AAA`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await context.close();
  });

test('the head prints the QR code of the own unit, and sees figures of one officer at a time', async ({
  page,
  somebody,
}, { project }) => {
  const head = await somebody('head', UNIT, 'Trần Thị Bình');
  await page.context().clearCookies({ name: /session_token/ });
  await page.context().addCookies(browserCookies(head));
  await page.setViewportSize(PHONE);
  await page.goto(`/suggestions/${UNIT}/qr`);
  await expect(page.getByRole('img', { name: 'Mã QR góp ý' })).toBeVisible();
  await expectSound(page, 'the QR code');
  await page.screenshot({ path: `${project.outputDir}/screens/public-qr.png`, fullPage: true });
  await page.goto(`/areas/${UNIT}/officers`);
  await expect(page.getByRole('heading', { name: 'Số liệu của từng cán bộ' })).toBeVisible();
  await expectSound(page, 'figures of one officer');
  await page.screenshot({ path: `${project.outputDir}/screens/officers-phone.png`, fullPage: true });
  await page.goto('/account');
  await expect(page.getByRole('link', { name: 'Số liệu của từng cán bộ' })).toBeVisible();
});
