import { browserCookies } from '../support/browser-cookies.ts';
import { signIn } from '../support/signed-in.ts';
import { expectAccessible } from './access-test.ts';
import { expect, test } from './live-test.ts';
import { iso } from './test-city-day.ts';
import { WARDS } from './test-city-tree.ts';

// A note stays where it was told.
test.use({ ownCity: 'with a note' });

const UNIT = WARDS.late.code;
const MINUTE = 60_000;
const SEE = 'Xem lúc đó';

test('a note leads to its moment for whoever may read the past, and for nobody else', async ({
  browser,
  city,
  page,
}) => {
  const from = Math.floor((Date.now() - 30 * MINUTE) / MINUTE) * MINUTE;
  const data = { from: iso(from), to: iso(from + 10 * MINUTE), text: 'Mất điện' };
  await city.tell([{ unit: UNIT, type: 'note.added', at: from, data }]);
  await page.goto(`/areas/${UNIT}`);
  const link = page.getByRole('listitem').filter({ hasText: 'Mất điện' }).getByRole('link', { name: SEE });
  await expect(link).toHaveAttribute('href', `/replay?${new URLSearchParams({ area: UNIT, at: iso(from) })}`);
  await expectAccessible(page, 'a unit with a note');

  const door = await city.server.door();
  const officer = await signIn({ url: city.server.url, door }, { role: 'officer', area: UNIT });
  await door.close();
  const context = await browser.newContext({
    baseURL: city.server.url,
    storageState: { cookies: [], origins: [] },
  });
  await context.addCookies(browserCookies(officer));
  const hers = await context.newPage();
  await hers.goto(`/areas/${UNIT}`);
  await expect(hers.getByRole('listitem').filter({ hasText: 'Mất điện' })).toBeVisible();
  await expect(hers.getByRole('link', { name: SEE })).toHaveCount(0);
  await context.close();

  await link.click();
  await expect(page.getByTitle('Đây là một lúc đã qua, không phải trực tiếp.')).toBeVisible();
  // A past picture leads to nothing but its own moment.
  await expect(page.getByRole('link', { name: SEE })).toHaveCount(0);
});

test('a day of a history and what was noted in it lead to the past of that place', async ({ page }) => {
  await page.goto(`/areas/${UNIT}/history?metric=issued&period=week`);
  await page.getByText(/^Đã ghi nhận trong kỳ/).click();
  await expect(page.getByRole('link', { name: SEE })).toHaveAttribute(
    'href',
    new RegExp(`^/replay\\?area=${UNIT}&at=20`),
  );
  await page.getByRole('button', { name: 'Xem dạng bảng' }).first().click();
  const days = page.getByRole('rowheader').getByRole('link');
  await expect(days).toHaveCount(7);
  await days.first().click();
  await expect(page).toHaveURL(new RegExp(`/replay\\?area=${UNIT}&at=`));
});
