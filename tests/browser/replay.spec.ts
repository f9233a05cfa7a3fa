import type { Page } from '@playwright/test';
import { speakingQueues } from '../../components/board/speaking-queues.ts';
import { replayPath } from '../../components/replay/replay-path.ts';
import { formatOf } from '../../lib/i18n/format.ts';
import type { AreaBoard, UnitBoard } from '../../lib/wire/board.ts';
import type { Known, ReplayAnswer } from '../../lib/wire/replay.ts';
import { expectAccessible } from './access-test.ts';
import { DESK, PHONE } from './admin-test.ts';
import { expect, test } from './live-test.ts';
import { iso, issued } from './test-city-day.ts';
import { WARDS } from './test-city-tree.ts';

// A past without what other tests tell late, of a city younger than a quarter of an hour.
test.use({ ownCity: 'its past' });

const format = formatOf('vi');
const MINUTE = 60_000;

/** A moment of the morning that was told before the tests began, on a whole minute so that the clock can be said. */
const minutesAgo = (minutes: number): number => Math.floor((Date.now() - minutes * MINUTE) / MINUTE) * MINUTE;
const pathTo = (area: string, at: number, known: Known = 'now'): string =>
  replayPath({ area, at, known, speed: 60 });

const bar = (page: Page) => page.getByRole('region', { name: 'Điều khiển phát lại' });
const slider = (page: Page) => page.getByRole('slider', { name: 'Giờ trong ngày' });
const fact = (page: Page, term: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${term}$`) })
    .locator('xpath=following-sibling::dd[1]');
const panel = (page: Page, title: RegExp) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, level: 2 }) });
const clockOf = (page: Page): Promise<string | null> => slider(page).getAttribute('aria-valuetext');

for (const [size, name] of [
  [DESK, 'a desk'],
  [PHONE, 'a phone'],
] as const) {
  test(`on ${name} "Phát lại" of an area leads to its past, which says so in the page and in its name`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.goto('/areas/bien');
    const pages = page.getByRole('navigation', { name: 'Trang' });
    if (size === DESK) await pages.getByText('Thêm').click();
    await pages.getByRole('link', { name: 'Phát lại' }).click();
    await expect(page).toHaveURL(/\/replay\?area=bien/);
    await expect(bar(page).getByText(/^PHÁT LẠI · \d+:\d\d · /)).toBeVisible();
    await expect(page).toHaveTitle(/^PHÁT LẠI · \d+:\d\d · /);
    await expect(page.getByText('Trực tiếp', { exact: true })).toHaveCount(0);
    // Of a city so young nothing was known then.
    await expect(bar(page).getByLabel('Như đã biết')).toHaveValue('now');
    await bar(page).getByRole('link', { name: 'Về trực tiếp' }).click();
    await expect(page).toHaveURL(/\/areas\/bien$/);
    await expect(page).not.toHaveTitle(/PHÁT LẠI/);
  });
}

test('the figures of a moment are those that the API gives for it, of an area and of a unit', async ({
  city,
  page,
}) => {
  const at = minutesAgo(40);
  const question = `replay?at=${iso(at)}&known=now`;
  // From the API's types: its answers are of this build.
  const area = (await city.read(`/areas/nui/${question}`)) as ReplayAnswer;
  const { totals, units } = area.board as AreaBoard;
  await page.goto(pathTo('nui', at));
  const { waiting } = speakingQueues(units, at);
  await expect(panel(page, /^Đang chờ$/)).toContainText(`${format.number(waiting)}người`);
  const [satisfied, of] = totals.satisfiedMonth;
  await expect(panel(page, /^Hài lòng tháng \d+$/)).toContainText(format.percent(satisfied / of));
  await expect(panel(page, /^Hài lòng tháng \d+$/)).toContainText(`trên ${format.number(of)} lượt`);

  const late = (await city.read(`/areas/${WARDS.late.code}/${question}`)) as ReplayAnswer;
  const unit = late.board as UnitBoard;
  expect(unit.totals.waiting).toBeGreaterThan(0);
  await page.goto(pathTo(WARDS.late.code, at));
  await expect(fact(page, 'Đang chờ')).toHaveText(format.number(unit.totals.waiting));
  await expect(panel(page, /^Hôm nay$/)).toContainText(`Đã xong${format.number(unit.totals.finished)}`);
});

test('playing moves the clock and the figures on, pausing holds both, and the address says where', async ({
  city,
  page,
}) => {
  const at = minutesAgo(57);
  const unit = WARDS.rated.code;
  const data = { ticket: 'p1', counter: '1' };
  await city.tell([
    issued(unit, 'p1', at - MINUTE),
    { unit, type: 'ticket.called', at: at + 2 * MINUTE, data },
  ]);
  await page.goto(pathTo(unit, at));
  await expect(fact(page, 'Đang chờ')).toHaveText('1');
  const before = await clockOf(page);
  await bar(page).getByRole('button', { name: 'Phát', exact: true }).click();
  await expect(fact(page, 'Đang chờ')).toHaveText('0');
  await bar(page).getByRole('button', { name: 'Tạm dừng' }).click();
  const after = await clockOf(page);
  expect(after).not.toBe(before);
  await expect(bar(page).getByText(`PHÁT LẠI · ${after} ·`)).toBeVisible();
  const stoppedAt = Date.parse(new URL(page.url()).searchParams.get('at') ?? '');
  expect(stoppedAt).toBeGreaterThan(at + MINUTE / 2);
  await page.reload();
  await expect.poll(() => clockOf(page)).toBe(after);
  await expect(fact(page, 'Đang chờ')).toHaveText('0');
});

test('the line of the day is moved by keys: a minute, and a quarter of an hour', async ({ city, page }) => {
  const at = minutesAgo(45);
  await page.goto(pathTo(WARDS.late.code, at));
  const zone = ((await city.read('/areas/tp/board')) as { board: AreaBoard }).board.header.timezone;
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', format.clock(at - MINUTE, zone));
  await page.keyboard.press('PageDown');
  const there = at - 16 * MINUTE;
  await expect(slider(page)).toHaveAttribute('aria-valuetext', format.clock(there, zone));
  await expect(page).toHaveURL(new RegExp(`at=${encodeURIComponent(iso(there))}`));
  const answer = (await city.read(
    `/areas/${WARDS.late.code}/replay?at=${iso(there)}&known=now`,
  )) as ReplayAnswer;
  await expect(fact(page, 'Đang chờ')).toHaveText(format.number((answer.board as UnitBoard).totals.waiting));
});

test('a copied link leads somebody else to the same moment', async ({ city, context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: city.server.url });
  const at = minutesAgo(44);
  await page.setViewportSize(PHONE);
  await page.goto(pathTo('song', at));
  await page.getByRole('button', { name: 'Sao chép đường dẫn tới lúc này' }).click();
  await expect(page.getByText('Đã sao chép')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${city.server.url}${pathTo('song', at)}`);
  const other = await context.newPage();
  await other.goto(link);
  await expect(bar(other)).toBeVisible();
  expect(await clockOf(other)).toBe(await clockOf(page));
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Khu vực Sông');
});

test('what leads from a past picture leads to the same moment, and nothing in it is of today', async ({
  page,
}) => {
  const at = minutesAgo(30);
  await page.goto(pathTo('song', at));
  await expect(page.getByText('Từ lần bạn xem trước')).toHaveCount(0);
  await expect(page.locator('main a[href^="/dossiers"], main a[href^="/alerts"]')).toHaveCount(0);
  await page.getByRole('link', { name: WARDS.late.name, exact: true }).first().click();
  await expect(page).toHaveURL(new RegExp(`area=${WARDS.late.code}&at=${encodeURIComponent(iso(at))}`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(WARDS.late.name);
});

test.describe('before the area stood in the tree', () => {
  test.use({ announced: /status of 404/ });

  test('as known then there is nothing, which is said, and the same moment stands as known now', async ({
    page,
  }) => {
    const at = minutesAgo(40);
    await page.goto(pathTo('song', at, 'then'));
    await expect(page.getByRole('heading', { name: 'Khi đó chưa có nơi này' })).toBeVisible();
    await expectAccessible(page, 'a moment before the area');
    await page.getByRole('link', { name: 'Xem lúc này như biết bây giờ' }).click();
    await expect(page.getByText(/^Gồm cả những gì xảy ra trước lúc ấy/)).toBeVisible();
    await bar(page).getByLabel('Như đã biết').selectOption('then');
    await expect(bar(page).getByText(/^Khi đó chưa có nơi này trong cây địa bàn/)).toBeVisible();
    await bar(page).getByLabel('Như đã biết').selectOption('now');
    await expect(bar(page).getByText(/^Khi đó chưa có nơi này/)).toHaveCount(0);
  });
});

test('as known then leaves out what came later, as known now holds it', async ({ city, page }) => {
  const unit = WARDS.live.code;
  const at = Date.now();
  // The moment is over before the fact about it comes.
  await expect.poll(() => Date.now()).toBeGreaterThan(at + 1_000);
  await city.tell([
    {
      unit,
      type: 'ticket.issued',
      at: at - MINUTE,
      data: { ticket: 'x1', number: 'X1', service: 'ho-tich' },
    },
  ]);
  await page.goto(pathTo(unit, at, 'then'));
  await expect(page.getByText('Chỉ gồm những gì máy chủ đã nhận được tới lúc ấy.')).toBeVisible();
  await expect(fact(page, 'Đang chờ')).toHaveText('1');
  await bar(page).getByLabel('Như đã biết').selectOption('now');
  await expect(fact(page, 'Đang chờ')).toHaveText('2');
  await expect(page).toHaveURL(/known=now/);
  await bar(page).getByLabel('Như đã biết').selectOption('then');
  await expect(fact(page, 'Đang chờ')).toHaveText('1');
});

const looks = [
  { name: 'an area', area: 'song', size: DESK, lang: 'vi', mark: /^PHÁT LẠI · / },
  { name: 'an area in English on a phone', area: 'nui', size: PHONE, lang: 'en', mark: /^REPLAY · / },
  { name: 'a city in English', area: 'tp', size: DESK, lang: 'en', mark: /^REPLAY · / },
  { name: 'a unit on a phone', area: WARDS.late.code, size: PHONE, lang: 'vi', mark: /^PHÁT LẠI · / },
];

for (const { name, area, size, lang, mark } of looks) {
  test(`the past of ${name} lies within its width and is accessible`, async ({ city, context, page }, {
    project,
  }) => {
    await context.addCookies([{ name: 'lang', value: lang, url: city.server.url }]);
    await page.setViewportSize(size);
    await page.goto(pathTo(area, minutesAgo(35)));
    await expect(page.getByText(mark)).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    // It stays in sight.
    await expect(page.getByText(mark)).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    await expectAccessible(page, `the past of ${name}`);
    await page.screenshot({
      path: `${project.outputDir}/screens/replay-${area}-${lang}.png`,
      fullPage: true,
    });
  });
}
