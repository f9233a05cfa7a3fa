import type { Locator, Page } from '@playwright/test';
import { expect, test } from './live-test.ts';
import { issued } from './test-city-day.ts';
import { WARDS } from './test-city-tree.ts';

const rowOf = (page: Page, { name }: { name: string }): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

test('silent, never heard, nobody waiting and not applicable are four different rows', async ({ page }) => {
  await page.goto('/areas/song');
  const waiting = (ward: { name: string }): Locator => rowOf(page, ward).getByRole('cell').first();
  await expect(waiting(WARDS.silent)).toHaveText('—');
  await expect(rowOf(page, WARDS.silent)).toContainText(/mất tín hiệu từ \d+:\d\d/);
  await expect(waiting(WARDS.unheard)).toHaveText('—');
  await expect(rowOf(page, WARDS.unheard)).toContainText('hôm nay chưa có tín hiệu');
  await expect(waiting(WARDS.nobody)).toHaveText('0');
  await expect(rowOf(page, WARDS.nobody)).not.toContainText('tín hiệu');
  await expect(rowOf(page, WARDS.none)).toContainText('không áp dụng');
  await expect(waiting(WARDS.gauge)).toHaveText('7');
});

test('a rating does not break the silence of a queue', async ({ city, page }) => {
  const { code } = WARDS.silent;
  await page.goto('/areas/song');
  const told = await rowOf(page, WARDS.silent)
    .getByText(/mất tín hiệu từ/)
    .textContent();
  const data = { rating: 'still-silent', level: 'satisfied', channel: 'qr' };
  await city.tell([{ unit: code, type: 'rating.given', at: Date.now(), data }]);
  const stream = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Vừa đánh giá' }) });
  await expect(stream.getByRole('listitem').filter({ hasText: WARDS.silent.name })).toContainText('Hài lòng');
  await expect(rowOf(page, WARDS.silent)).toContainText(told ?? 'mất tín hiệu');
});

const notices: [keyof typeof WARDS, RegExp][] = [
  ['silent', /Mất tín hiệu máy lấy số từ \d+:\d\d/],
  ['unheard', /Chưa nhận được tín hiệu nào/],
  ['none', /Không áp dụng hàng chờ/],
  ['nobody', /Không ai chờ/],
  ['gauge', /Máy chỉ báo tổng số người chờ/],
];
for (const [state, text] of notices) {
  test(`the page of a unit says what it can know: ${state}`, async ({ page }) => {
    await page.goto(`/areas/${WARDS[state].code}`);
    await expect(page.getByText(text).first()).toBeVisible();
  });
}

test('a source with a clock that runs ahead is named on the page of its unit and of no other', async ({
  city,
  page,
}) => {
  const { code } = WARDS.nobody;
  const at = Date.now() + 3_600_000;
  const data = { rating: 'early', level: 'satisfied', channel: 'pad' };
  await expect(city.tell([{ unit: code, type: 'rating.given', at, data }])).rejects.toThrow('clock_ahead');
  await page.goto(`/areas/${code}`);
  await expect(page.getByText(`Đồng hồ của /queue/${code} chạy nhanh`)).toBeVisible();
  await page.goto(`/areas/${WARDS.late.code}`);
  await expect(page.getByText('/queue/', { exact: false })).toBeHidden();
});

test('a unit lives on its gauge alone', async ({ city, page }) => {
  const { code } = WARDS.gauge;
  await page.goto(`/areas/${code}`);
  const queue = page.getByRole('row').filter({ hasText: 'Đất đai' });
  await expect(queue.getByRole('cell').first()).toHaveText('7');
  const data = { service: 'dat-dai', waiting: 9, openCounters: 2, currentNumber: 'D118' };
  await city.tell([{ unit: code, type: 'gauge.reported', at: Date.now(), data }]);
  await expect(queue.getByRole('cell').first()).toHaveText('9');
  await expect(queue).toContainText('đang tới số D118');
  await city.tell([{ unit: code, type: 'gauge.reported', at: Date.now(), data: { ...data, waiting: 7 } }]);
  await expect(queue.getByRole('cell').first()).toHaveText('7');
});

test('what a citizen or a machine wrote is shown as text and never run', async ({ page }) => {
  await page.goto(`/areas/${WARDS.rated.code}`);
  // A mark of the chart holds the same words as its name.
  const noted = page.getByText('<img src=x onerror="window.hostile=1"> Mất điện').filter({ visible: true });
  await expect(noted.first()).toBeVisible();
  await expect(page.getByText('<img/src=x/onerror=window.hostile=1>').first()).toBeVisible();
  await page.goto('/areas/song');
  await expect(page.getByText('<img/src=x/onerror=window.hostile=1>').first()).toBeVisible();
  expect(
    await page.evaluate(() => [document.querySelectorAll('main img').length, 'hostile' in window]),
  ).toEqual([0, false]);
});

test('only the wait that makes the state is filled', async ({ page }) => {
  await page.goto(`/areas/${WARDS.late.code}`);
  const list = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Người đang chờ' }) });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.locator('.bg-missed, .bg-risk-soft')).toHaveCount(1);
});

test('a new ticket on the unit’s page stands in its list', async ({ city, page }) => {
  await page.goto(`/areas/${WARDS.live.code}`);
  await city.tell([issued(WARDS.live.code, 'listed-7', Date.now())]);
  const listed = page.getByText('LISTED-7');
  // The newest stands last, and other tests of this city leave people waiting.
  const more = page.getByRole('button', { name: /Xem thêm/ });
  await expect(listed.or(more).first()).toBeVisible();
  if (await more.isVisible()) await more.click();
  await expect(listed).toBeVisible();
});
