import { AxeBuilder } from '@axe-core/playwright';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { TicketLinkAnswer } from '../../lib/wire/ticket-page.ts';
import { browserCookies } from '../support/browser-cookies.ts';
import { defineAll } from '../support/city.ts';
import { expect, test } from './live-test.ts';
import { WARDS } from './test-city-tree.ts';

const UNIT = WARDS.late.code;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test.use({
  ownCity: 'citizen',
  storageState: { cookies: [], origins: [] },
  viewport: { width: 390, height: 844 },
  // An address that has ended answers 404, and the browser says so.
  announced: /status of 404/,
});

test("K15: a ticket's page tells the place in line on a phone, and goes on by itself when the number is called", async ({
  city,
  page,
}) => {
  test.setTimeout(90_000);
  const link = (await city.read(`/areas/${UNIT}/tickets/b2/page`)) as TicketLinkAnswer;
  for (const lang of ['vi', 'en'] as const) {
    await page.context().addCookies([{ name: 'lang', value: lang, url: city.server.url }]);
    await page.goto(link.path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('B2');
    await expect(page.getByRole('status').first()).toContainText('1');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`ticket-${lang}.png`), fullPage: true });
  }
  await city.tell([
    { unit: UNIT, type: 'ticket.called', at: Date.now(), data: { ticket: 'b2', counter: '3' } },
  ]);
  await expect(page.getByRole('status').first()).toContainText('counter 3', { timeout: 15_000 });
  await page.goto('/t/none');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('no longer');
});

test('PC1: the page of a unit reads without signing in and without scripts, in both languages', async ({
  browser,
  city,
  page,
}) => {
  for (const lang of ['vi', 'en'] as const) {
    await page.context().addCookies([{ name: 'lang', value: lang, url: city.server.url }]);
    await page.goto(`/p/${UNIT}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(WARDS.late.name);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`public-${lang}.png`), fullPage: true });
  }
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: city.server.url });
  const still = await plain.newPage();
  await still.goto(`/p/${UNIT}`);
  await expect(still.getByRole('heading', { level: 1 })).toHaveText(WARDS.late.name);
  await expect(still.getByRole('link', { name: 'Gửi ý kiến góp ý' })).toBeVisible();
  await plain.close();
});

test('PC4–PC6: what a leader publishes on the form of the unit is read by everybody, with papers and fees of procedures', async ({
  browser,
  city,
  page,
}) => {
  test.setTimeout(90_000);
  const door = await city.server.door();
  await defineAll(door, [
    {
      type: 'procedure.defined',
      data: {
        area: UNIT,
        procedure: 'khai-sinh',
        name: 'Đăng ký khai sinh',
        nameEn: 'Registration of birth',
        sector: 'ho-tich',
        limit: { kind: 'days', days: 1 },
        papers: ['Tờ khai đăng ký khai sinh', 'Giấy chứng sinh'],
        fee: 'Miễn phí nếu đúng hạn',
        effectiveFrom: '2026-01-01',
        source: 'Quyết định 12/QĐ-UBND',
      },
    },
  ]);
  const month = new Date();
  month.setUTCDate(0);
  const rated = (at: number, n: number): SourceEvent[] =>
    Array.from({ length: n }, (_, i) => ({
      source: '/test/past-ratings',
      id: `past-${at}-${i}`,
      unit: UNIT,
      type: 'rating.given',
      at: at + i,
      data: {
        rating: `past-${at}-${i}`,
        level: i < 30 ? 'satisfied' : 'dissatisfied',
        reasons: [],
      },
    }));
  // Older than a ticket machine may tell: it comes in as a file does.
  await door.submit([
    ...rated(month.getTime() - 40 * 86_400_000, 1),
    ...rated(month.getTime() - 9 * 86_400_000, 33),
  ]);
  await door.close();

  const office = await browser.newContext({
    baseURL: city.server.url,
    locale: 'vi',
    viewport: { width: 1440, height: 900 },
    storageState: { cookies: browserCookies(city.leader), origins: [] },
  });
  const form = await office.newPage();
  await form.goto(`/admin/areas/${UNIT}`);
  await form.getByRole('button', { name: 'Công bố: Hài lòng' }).click();
  await form.getByRole('form', { name: 'Công bố' }).getByLabel('Lý do').fill('Chỉ đạo của Chủ tịch');
  const panel = form
    .locator('section')
    .filter({ has: form.getByRole('heading', { name: 'Số liệu công bố cho dân', exact: true }) });
  await panel.screenshot({ path: test.info().outputPath('form.png') });
  await form.getByRole('button', { name: 'Công bố', exact: true }).last().click();
  await expect(form.getByText('đang công bố')).toBeVisible();
  await panel.screenshot({ path: test.info().outputPath('published.png') });
  await office.close();

  for (const lang of ['vi', 'en'] as const) {
    await page.context().addCookies([{ name: 'lang', value: lang, url: city.server.url }]);
    await page.goto(`/p/${UNIT}`);
    await expect(page.getByText(`30 ${lang === 'vi' ? 'trên' : 'of'} 33`)).toBeVisible();
    await page.locator('summary').first().click();
    await expect(page.getByText('Giấy chứng sinh')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`figures-${lang}.png`), fullPage: true });
  }
});
