import type { Browser, BrowserContext, Page } from '@playwright/test';
import { defineAll } from '../support/city.ts';
import { pairedDevice } from '../support/paired-device.ts';
import { expect, expectAccessible, type Office, test } from './access-test.ts';

const TABLET = { width: 1280, height: 800 };
const UPRIGHT = { width: 800, height: 1280 };
const PHONE = { width: 390, height: 844 };

const SERVICES = ['Chứng thực', 'Đất đai', 'Hộ tịch', 'Kinh doanh'];

/** A browser that is nobody, or that holds the cookie of a device. */
async function browserOf(
  browser: Browser,
  { server }: Office,
  {
    cookie,
    language = 'vi',
    viewport = TABLET,
  }: { cookie?: string; language?: string; viewport?: typeof TABLET } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: server.url, viewport });
  await context.addCookies([{ name: 'lang', value: language, url: server.url }]);
  if (cookie !== undefined)
    await context.addCookies([{ name: 'thuoc_do.wall', value: cookie.split('=')[1] ?? '', url: server.url }]);
  return { context, page: await context.newPage() };
}

test.beforeAll(async ({ office }) => {
  await defineAll(
    office.door,
    SERVICES.map((name, n) => ({
      type: 'service.defined',
      data: { area: 'city', service: `s${n}`, name, nameEn: `Service ${n}`, effectiveFrom: '2020-01-01' },
    })),
  );
});

for (const language of ['vi', 'en'] as const) {
  const vi = language === 'vi';
  const area = vi ? 'a' : 'b';

  test(`a number from the kiosk is called by keys, served, and rated at the pad, ${language}`, async ({
    browser,
    office,
  }, { project }) => {
    const paired = async (kind: 'counter' | 'kiosk' | 'pad', viewport = TABLET) => {
      const counter = kind === 'kiosk' ? {} : { counter: '1' };
      const made = await pairedDevice(office.door, { device: `${kind}-${language}`, area, kind, ...counter });
      return browserOf(browser, office, { cookie: made.cookie, language, viewport });
    };
    const shot = async (page: Page, name: string): Promise<void> => {
      await expectAccessible(page, `${name}, ${language}`);
      await page.screenshot({ path: `${project.outputDir}/screens/device-${name}-${language}.png` });
    };

    const kiosk = await paired('kiosk', UPRIGHT);
    await kiosk.page.goto('/kiosk');
    await kiosk.page.getByRole('button', { name: vi ? 'Nộp hồ sơ' : 'Submit a dossier' }).waitFor();
    await shot(kiosk.page, 'kiosk-purpose');
    await kiosk.page.getByRole('button', { name: vi ? 'Nộp hồ sơ' : 'Submit a dossier' }).click();
    await kiosk.page.getByRole('button', { name: vi ? 'Người cao tuổi' : 'Elderly people' }).click();
    await shot(kiosk.page, 'kiosk-service');
    await kiosk.page.getByRole('button', { name: vi ? 'Đất đai' : 'Service 1' }).click();
    await expect(kiosk.page.getByText('B001')).toBeVisible();
    await shot(kiosk.page, 'kiosk-number');
    await kiosk.page.emulateMedia({ media: 'print' });
    await kiosk.page.pdf({
      path: `${project.outputDir}/screens/device-slip-${language}.pdf`,
      preferCSSPageSize: true,
    });
    await kiosk.page.emulateMedia({ media: 'screen' });

    const counter = await paired('counter');
    const pad = await paired('pad');
    await counter.page.goto('/counter');
    await pad.page.goto('/rate');
    await expect(pad.page.getByRole('heading', { level: 2 })).toBeVisible();
    await shot(pad.page, 'pad-rest');
    await counter.page.getByRole('button', { name: vi ? 'Mở quầy' : 'Open the counter' }).waitFor();
    await shot(counter.page, 'counter-closed');
    await counter.page.getByRole('button', { name: vi ? 'Mở quầy' : 'Open the counter' }).click();
    await counter.page
      .getByRole('button', { name: vi ? 'Gọi số tiếp theo' : 'Call the next number' })
      .waitFor();
    await shot(counter.page, 'counter-open');
    await counter.page.keyboard.press('n');
    await expect(counter.page.getByText('B001')).toBeVisible();
    await expect(counter.page.getByText(vi ? 'ưu tiên' : 'priority', { exact: true })).toBeVisible();
    await counter.page.keyboard.press('s');
    await expect(counter.page.getByText(vi ? 'Đang tiếp' : 'Serving', { exact: true })).toBeVisible();
    await shot(counter.page, 'counter-serving');
    await counter.page.keyboard.press('f');
    await expect(
      counter.page.getByRole('group', { name: vi ? 'Kết thúc thế nào?' : 'How did it end?' }),
    ).toBeVisible();
    await shot(counter.page, 'counter-outcome');
    await counter.page.keyboard.press('1');
    await expect(counter.page.getByText('B001')).toBeHidden();

    const low = pad.page.getByRole('button', { name: vi ? 'Không hài lòng' : 'Dissatisfied', exact: true });
    await low.waitFor();
    await shot(pad.page, 'pad-ask');
    await low.click();
    await pad.page.getByRole('button', { name: vi ? 'chưa lắng nghe' : 'not listening yet' }).click();
    await shot(pad.page, 'pad-why');
    await pad.page.getByRole('button', { name: vi ? 'Gửi' : 'Send' }).click();
    await expect(pad.page.getByText(vi ? 'Cảm ơn ông bà đã đánh giá' : 'Thank you for rating')).toBeVisible();
    // What was said is hidden, and the pad rests.
    await expect(pad.page.getByRole('heading', { level: 2 })).toBeVisible({ timeout: 10_000 });
    for (const { context } of [kiosk, counter, pad]) await context.close();
  });

  test(`the sheet at a counter opens one rating on a phone, ${language}`, async ({ browser, office }, {
    project,
  }) => {
    const phone = await browserOf(browser, office, { language, viewport: PHONE });
    await phone.page.goto(`/rate/here/${area}?counter=1`);
    await phone.page
      .getByRole('button', { name: vi ? 'Rất hài lòng' : 'Very satisfied', exact: true })
      .waitFor();
    await expectAccessible(phone.page, 'rate here');
    await phone.page.screenshot({ path: `${project.outputDir}/screens/device-phone-${language}.png` });
    await phone.page.goto('/rate/later/none');
    await expect(phone.page.getByRole('heading', { level: 1 })).toHaveText(
      vi ? 'Mã này không mở được' : 'This code opens nothing',
    );
    await phone.context.close();
  });
}
