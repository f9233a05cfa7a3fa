import type { Page } from '@playwright/test';
import type { UnitBoard } from '../../lib/wire/board.ts';
import type { KpisAnswer } from '../../lib/wire/reads.ts';
import { pairedDevice } from '../support/paired-device.ts';
import { expect, test } from './live-test.ts';
import { WARDS } from './test-city-tree.ts';

const UNIT = WARDS.nobody.code;
const COUNTER = '1';

test.use({
  ownCity: 'pad-network',
  storageState: { cookies: [], origins: [] },
  viewport: { width: 1280, height: 800 },
  // What the browser says of a line that is cut.
  announced: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/,
});

/** Whoever rates sees five faces; one touch, and no reasons. */
async function touch(page: Page, level: string): Promise<void> {
  await page.getByRole('button', { name: level, exact: true }).click();
  await page.getByRole('button', { name: 'Bỏ qua' }).click();
  await expect(page.getByText('Cảm ơn ông bà đã đánh giá')).toBeVisible();
}

test('a touch on the pad outlives a cut line and a lost answer, and is in the log once', async ({
  city,
  page,
}) => {
  test.setTimeout(120_000);
  const door = await city.server.door();
  const pad = await pairedDevice(door, { device: 'pad-1', area: UNIT, kind: 'pad', counter: COUNTER });
  await door.close();
  await page
    .context()
    .addCookies([{ name: 'thuoc_do.wall', value: pad.cookie.split('=')[1] ?? '', url: city.server.url }]);
  const served = async (ticket: string): Promise<void> => {
    const at = Date.now();
    await city.tell([
      { unit: UNIT, type: 'ticket.issued', at: at - 60_000, data: { ticket, number: ticket, service: 's' } },
      { unit: UNIT, type: 'ticket.called', at: at - 50_000, data: { ticket, counter: COUNTER } },
      { unit: UNIT, type: 'ticket.finished', at, data: { ticket, counter: COUNTER } },
    ]);
  };
  const { board } = (await city.read(`/areas/${UNIT}/board`)) as { board: UnitBoard };
  const { day } = board.header;
  const ratingsOf = async () =>
    ((await city.read(`/areas/${UNIT}/kpis?from=${day}&to=${day}`)) as KpisAnswer).ratings.byLevel;
  const before = await ratingsOf();
  /** How many more there are of each level than when it began. */
  const told = async () => {
    const now = await ratingsOf();
    return [
      now.satisfied - before.satisfied,
      now.dissatisfied - before.dissatisfied,
      now.neutral - before.neutral,
    ];
  };
  const kept = (): Promise<number> =>
    page.evaluate(() => JSON.parse(localStorage.getItem('pad-ratings') ?? '[]').length);

  await page.goto('/rate');
  await expect(page.getByRole('heading', { level: 2 })).toContainText('Mời ông bà đánh giá');
  await served('P1');
  await page.getByRole('button', { name: 'Hài lòng', exact: true }).waitFor();

  // The line is cut: the touch is taken, thanked for and kept.
  await page.context().setOffline(true);
  await touch(page, 'Hài lòng');
  await expect(page.getByText('Đang nối lại với máy chủ')).toBeVisible({ timeout: 30_000 });
  expect(await kept()).toBe(1);
  expect(await told()).toEqual([0, 0, 0]);
  await page.context().setOffline(false);
  await expect.poll(told, { timeout: 20_000 }).toEqual([1, 0, 0]);
  await expect.poll(kept).toBe(0);

  // The server stored it and its answer was lost, twice: it is sent again and known.
  let lost = 0;
  await page.route('**/api/v1/device/pad/ratings', async (route) => {
    if (lost === 2) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await served('P2');
  await touch(page, 'Không hài lòng');
  await expect.poll(kept, { timeout: 20_000 }).toBe(0);
  expect(lost).toBe(2);
  expect(await told()).toEqual([1, 1, 0]);

  // Switched off before it was sent: what was touched is in the browser, and goes out when it comes back.
  await served('P3');
  await page.getByRole('button', { name: 'Bình thường', exact: true }).waitFor();
  await page.context().setOffline(true);
  await touch(page, 'Bình thường');
  await page.close();
  const later = await page.context().newPage();
  await later.context().setOffline(false);
  await later.goto('/rate');
  await expect.poll(told, { timeout: 20_000 }).toEqual([1, 1, 1]);
});
