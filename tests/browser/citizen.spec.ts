import { AxeBuilder } from '@axe-core/playwright';
import type { TicketLinkAnswer } from '../../lib/wire/ticket-page.ts';
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
