import type { Page } from '@playwright/test';
import { FIGURE_OF_SIZE, leastFigurePx } from '../../components/wall/type-sizes.ts';
import type { DevicePaired } from '../../lib/wire/access/administration.ts';
import { browserCookies } from '../support/browser-cookies.ts';
import { send } from '../support/signed-in.ts';
import { expectAccessible, tabTo } from './access-test.ts';
import { issued } from './test-city-day.ts';
import { WARDS } from './test-city-tree.ts';
import { expect, TV, test } from './wall-test.ts';

const { code: UNIT } = WARDS.live;

const WORDS = {
  vi: { name: 'Một cửa · Khu vực Sông', ended: 'Màn hình này đã bị thu hồi' },
  en: { name: 'One-stop · River area', ended: 'This display was revoked' },
} as const;

const link = (page: Page) => page.locator('[data-link]');
const sizes = (page: Page) =>
  page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  }));
const tile = (page: Page, code: string) => page.locator(`[data-tile="${code}"]`);
/** Texts that reach beyond their panel or the picture, or lie over one another's panels. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const stage = document.querySelector('[data-stage]')?.getBoundingClientRect();
    return [...document.querySelectorAll('[data-stage] *')].flatMap((one) => {
      const own = [...one.childNodes].filter((node) => node.nodeType === 3 && node.textContent?.trim());
      const panel = one.closest('[data-tile], section, header, footer')?.getBoundingClientRect();
      return own.flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        const out =
          stage && panel
            ? box.right > panel.right + 1 || box.bottom > panel.bottom + 8 || box.bottom > stage.bottom + 8
            : false;
        return out ? [node.textContent] : [];
      });
    });
  });
/** What the test city has on its boards, and other pages show, that a wall must not. */
const WRITTEN = ['Mất điện', 'onerror', 'Vừa đánh giá', 'Latest ratings', 'Việc cần làm ngay', 'Ghi chú'];
const written = async (page: Page) => {
  const text = await page.evaluate(() => document.querySelector('main')?.innerHTML ?? '');
  return WRITTEN.filter((part) => text.includes(part));
};
/** So many dossiers of a unit that were settled in time. */
const settledIn = (unit: string, name: string, n: number) =>
  Array.from({ length: n }, (_, number) => ({ dossier: `${name}-${number}` })).flatMap(({ dossier }) => {
    const at = Date.now() - 3_600_000;
    const dueAt = new Date(at + 86_400_000).toISOString();
    return [
      { unit, type: 'dossier.received', at, data: { dossier, procedure: 'xay-dung', dueAt } },
      { unit, type: 'dossier.settled', at: at + 60_000, data: { dossier, result: 'done' } },
    ];
  });
/** Everything that could be followed, pressed or typed into. */
const ways = (page: Page) =>
  page.locator('a[href], button, input, select, summary, [tabindex]:not([tabindex="-1"])');

for (const language of ['vi', 'en'] as const) {
  const words = WORDS[language];

  test(`K5: the address of a new wall opens one area, live, and no way to anywhere, ${language}`, async ({
    city,
    openTv,
    page,
  }, { project }) => {
    await page.goto('/admin/walls');
    await page.getByRole('button', { name: 'Ghép màn hình' }).click();
    const form = page.getByRole('form', { name: 'Ghép màn hình' });
    await form.getByLabel('Tên').fill(`Phòng điều hành ${language}`);
    await form.getByRole('combobox', { name: 'Địa bàn' }).fill('khu vuc song');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Ghép màn hình' }).click();
    const paired = page.getByRole('region', { name: 'Địa chỉ của màn hình' });
    const address = (await paired.locator('code').first().textContent()) ?? '';
    const token = (await paired.locator('code').nth(1).textContent()) ?? '';
    expect(address).toBe(`${city.server.url}/wall#${token}`);
    await expect(paired).toContainText('localhost là chính máy này');
    await page.screenshot({ path: `${project.outputDir}/screens/wall-paired.png` });

    const { context, page: tv, faults } = await openTv();
    const asked: string[] = [];
    tv.on('response', (answer) => {
      if (answer.status() >= 400) asked.push(`${answer.status()} ${answer.url()}`);
    });
    tv.on('request', (request) => {
      if (request.url().includes(token)) asked.push(`the token went to ${request.url()}`);
    });
    await tv.goto(language === 'en' ? address.replace('#', '?lang=en#') : address);
    await expect(tv.getByRole('heading', { level: 1 })).toHaveText(words.name);
    expect(tv.url()).toBe(`${city.server.url}/wall${language === 'en' ? '?lang=en' : ''}`);
    await expect(link(tv)).toHaveAttribute('data-link', 'live');
    await expect(tv.locator('[data-as-of]')).toHaveText(language === 'vi' ? /^số liệu lúc/ : /^data as of/);
    expect((await context.cookies()).map(({ value: _, expires, ...cookie }) => cookie)).toEqual([
      {
        name: 'thuoc_do.wall',
        domain: 'localhost',
        path: '/',
        httpOnly: true,
        secure: false,
        sameSite: 'Strict',
      },
    ]);

    const waiting = tile(tv, UNIT).locator('[data-read]');
    const before = Number(await waiting.textContent());
    const told = performance.now();
    await city.tell([issued(UNIT, `wall-${language}`, Date.now())]);
    await expect(waiting).toHaveText(String(before + 1), { timeout: 3_000 });
    expect(performance.now() - told).toBeLessThan(2_000);

    await tv.waitForLoadState('networkidle');
    await expect(ways(tv)).toHaveCount(0);
    expect(await written(tv)).toEqual([]);
    expect(await sizes(tv)).toEqual(TV);
    await expectAccessible(tv, 'wall');
    await tv.screenshot({ path: `${project.outputDir}/screens/wall-${language}.png` });
    expect(asked).toEqual([]);
    expect(faults).toEqual([]);

    // Switched off and on again it is the same wall, without its token in the address.
    await tv.reload();
    await expect(link(tv)).toHaveAttribute('data-link', 'live');
    for (const path of ['/', '/areas/song', `/areas/${UNIT}`, '/account', '/admin']) {
      await tv.goto(path);
      await expect(tv, path).toHaveURL(/\/login\?to=/);
    }
  });

  test(`a wall that is revoked says so within a second and keeps saying so, ${language}`, async ({
    openTv,
    pairWall,
  }, { project }) => {
    const wall = await pairWall('song');
    const { page: tv } = await openTv();
    const path = `/wall${language === 'en' ? '?lang=en' : ''}`;
    await tv.goto(`${path}#${wall.token}`);
    await expect(link(tv)).toHaveAttribute('data-link', 'live');
    const said = tv.getByRole('heading', { level: 1, name: words.ended });
    const from = performance.now();
    await Promise.all([said.waitFor({ timeout: 5_000 }), wall.revoke()]);
    const taken = performance.now() - from;
    console.info(`wall revoked → said on the TV: ${taken.toFixed(0)} ms`);
    expect(taken).toBeLessThan(1_000);
    await expect(link(tv)).toHaveCount(0);
    for (const { ended } of Object.values(WORDS)) await expect(tv.getByText(ended)).toBeVisible();
    await expectAccessible(tv, 'revoked wall');
    await tv.screenshot({ path: `${project.outputDir}/screens/wall-revoked-${language}.png` });
    await tv.reload();
    await expect(said).toBeVisible();
    await tv.goto('about:blank');
    await tv.goto(`${path}#${wall.token}`);
    await expect(
      tv.getByText(language === 'vi' ? /^Mã này không mở được/ : /^This token opens no/),
    ).toBeVisible();
    await expectAccessible(tv, 'token that opens nothing');
  });
}

test('a wall that was revoked while its line was down does not go on reconnecting', async ({
  openTv,
  pairWall,
}) => {
  const wall = await pairWall('song');
  const { page: tv } = await openTv();
  const cuts: (() => Promise<void>)[] = [];
  await tv.routeWebSocket(/socket\.io/, (line) => {
    const server = line.connectToServer();
    cuts.push(async () => {
      await line.close();
      await server.close();
    });
  });
  await tv.goto(wall.address);
  await expect(link(tv)).toHaveAttribute('data-link', 'live');
  for (const cut of cuts) await cut();
  await wall.revoke();
  // A screen comes back within ten seconds, not all of a city in the same one.
  await expect(tv.getByRole('heading', { level: 1, name: WORDS.vi.ended })).toBeVisible({ timeout: 20_000 });
});

for (const language of ['vi', 'en'] as const)
  test(`W2: a hall shows numbers and counters, what is waited for, and nothing that anybody wrote, ${language}`, async ({
    city,
    openTv,
    pairWall,
  }, { project }) => {
    const { page: tv, faults } = await openTv();
    for (const ward of [WARDS.rated, WARDS.late, WARDS.none, WARDS.gauge]) {
      const wall = await pairWall(ward.code, { view: 'hall' });
      await tv.goto('about:blank');
      await tv.goto(language === 'en' ? wall.address.replace('#', '?lang=en#') : wall.address);
      await expect(tv.getByRole('heading', { level: 1 })).toContainText(ward.name);
      await expect(link(tv)).toHaveAttribute('data-link', 'live');
      await expect(ways(tv)).toHaveCount(0);
      expect(await written(tv), ward.name).toEqual([]);
      expect(await sizes(tv)).toEqual(TV);
      await expectAccessible(tv, `hall of ${ward.name}`);
      await tv.screenshot({ path: `${project.outputDir}/screens/wall-hall-${ward.code}-${language}.png` });
    }
    expect(faults).toEqual([]);
    const list = (await city.read(`/areas/${WARDS.rated.code}/board`)) as { board: { notes: object } };
    expect(Object.keys(list.board.notes).length, 'there was something to leave out').toBeGreaterThan(0);
  });

test('a number that is called appears at its counter and is pointed at; one that is missed says how to be called again', async ({
  city,
  openTv,
  pairWall,
}, { project }) => {
  const { page: tv } = await openTv();
  await tv.goto((await pairWall(UNIT, { view: 'hall' })).address);
  await expect(link(tv)).toHaveAttribute('data-link', 'live');
  const at = Date.now();
  const told = (type: string, data: Record<string, unknown>, later = 0) => ({
    unit: UNIT,
    type,
    at: at + later,
    data,
  });
  await city.tell([
    told('ticket.issued', {
      ticket: 'hall-1',
      number: 'M101',
      service: 'ho-tich',
      priority: 'nguoi-cao-tuoi',
    }),
    told('ticket.called', { ticket: 'hall-1', counter: '7' }, 1),
    told('ticket.issued', { ticket: 'hall-2', number: 'M102', service: 'ho-tich' }),
    told('ticket.called', { ticket: 'hall-2', counter: '8' }, 1),
    told('ticket.no_show', { ticket: 'hall-2' }, 2),
  ]);
  const called = tv.locator('[data-call="M101"]');
  await expect(called).toContainText('Quầy 7');
  await expect(called).toContainText('ưu tiên');
  await expect(called).not.toContainText('cao-tuoi');
  await expect(called).toHaveAttribute('data-new', 'true');
  await expect(tv.locator('[data-missed="M102"]')).toBeVisible();
  await expect(tv.getByText(/mời báo quầy hướng dẫn/)).toBeVisible();
  await tv.screenshot({ path: `${project.outputDir}/screens/wall-hall-called.png` });
  await city.tell([told('ticket.called', { ticket: 'hall-2', counter: '8' }, 3)]);
  await expect(tv.locator('[data-call="M102"]')).toBeVisible();
  await expect(tv.locator('[data-missed="M102"]')).toHaveCount(0);
});

for (const distance of [5, 8] as const)
  test(`W3: what must be read is as high as the rule asks at ${distance} m, and nothing is cut`, async ({
    city,
    openTv,
    pairWall,
  }, { project }) => {
    // With three results a hall has most to say.
    await city.tell(settledIn(WARDS.rated.code, `wall-${distance}m`, 45));
    const tiles: Record<string, number> = {};
    for (const [area, view] of [
      ['tp', 'command'],
      ['song', 'command'],
      [WARDS.live.code, 'command'],
      [WARDS.live.code, 'hall'],
      [WARDS.rated.code, 'hall'],
    ] as const) {
      const { context, page: tv } = await openTv();
      const { address } = await pairWall(area, { view, distance });
      for (const lang of ['vi', 'en']) {
        await tv.goto('about:blank');
        await tv.goto(address.replace('#', `?lang=${lang}#`));
        await expect(link(tv)).toHaveAttribute('data-link', 'live');
        const name = `${view} of ${area}, ${lang}`;
        const figures = await tv
          .locator('[data-read]')
          .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
        expect(figures.length, name).toBeGreaterThan(0);
        expect(Math.min(...figures) * FIGURE_OF_SIZE, name).toBeGreaterThanOrEqual(leastFigurePx(distance));
        const smallest = await tv.evaluate(() =>
          Math.min(
            ...[...document.querySelectorAll('[data-stage] *')]
              .filter((one) =>
                [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
              )
              .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
          ),
        );
        expect(smallest, name).toBeGreaterThanOrEqual(22);
        expect(await cut(tv), name).toEqual([]);
        tiles[`${view} ${area}`] = await tv.locator('[data-tile]').count();
        await tv.screenshot({
          path: `${project.outputDir}/screens/wall-${view}-${area}-${distance}m-${lang}.png`,
        });
      }
      await context.close();
    }
    const most = distance === 5 ? 12 : 6;
    expect(tiles).toMatchObject({
      'command tp': most,
      'command song': Math.min(8, most),
      [`command ${WARDS.live.code}`]: 1,
    });
  });

test('a whole city and a phone: everything on the big screen, scrolled on the small one', async ({
  openTv,
  pairWall,
}, { project }) => {
  const { address } = await pairWall('tp');
  for (const viewport of [
    TV,
    { width: 3840, height: 2160 },
    { width: 1366, height: 768 },
    { width: 1080, height: 1920 },
  ]) {
    const { page: tv } = await openTv({ viewport });
    await tv.goto(address);
    await expect(link(tv)).toHaveAttribute('data-link', 'live');
    await tv.waitForLoadState('networkidle');
    expect(await sizes(tv), `${viewport.width}`).toEqual(viewport);
    await tv.screenshot({ path: `${project.outputDir}/screens/wall-city-${viewport.width}.png` });
  }
  const { page: phone } = await openTv({ viewport: { width: 390, height: 844 } });
  await phone.goto(address);
  await expect(link(phone)).toHaveAttribute('data-link', 'live');
  expect((await sizes(phone)).width).toBe(390);
});

test('where somebody is signed in no wall opens before they have left', async ({
  openTv,
  pairWall,
  somebody,
}, { project }) => {
  const { address } = await pairWall('song');
  const { context, page: tv } = await openTv();
  await context.addCookies(browserCookies(await somebody('leader', 'tp')));
  await tv.goto(address);
  await expect(tv.getByRole('heading', { name: 'Trình duyệt này đang có người đăng nhập' })).toBeVisible();
  await expectAccessible(tv, 'wall where somebody is signed in');
  await tv.screenshot({ path: `${project.outputDir}/screens/wall-signed-in.png` });
  await tabTo(tv, /^Đăng xuất và mở màn hình$/);
  await tv.keyboard.press('Enter');
  await expect(link(tv)).toHaveAttribute('data-link', 'live');
  await tv.goto('/');
  await expect(tv).toHaveURL(/\/login/);
});

test('a browser that is no wall shows the code that makes it one, and so does a wall that was revoked', async ({
  admin,
  city,
  openTv,
}, { project }) => {
  const { page: tv } = await openTv();
  const becomes = async (): Promise<DevicePaired> => {
    const code = await tv.locator('[data-code]').textContent();
    const body = { kind: 'wall', code, name: 'Màn gõ mã', area: 'song', view: 'command' };
    const made = await send(city.server.url, '/api/v1/admin/devices', body, admin.headers);
    expect(made.status).toBe(201);
    await expect(link(tv)).toHaveAttribute('data-link', 'live', { timeout: 15_000 });
    return made.json();
  };
  await tv.goto('/wall?lang=en');
  await expect(tv.getByRole('heading', { level: 1, name: 'This display is not paired yet' })).toBeVisible();
  await expect(tv.getByRole('heading', { name: 'Màn hình này chưa được ghép' })).toBeVisible();
  const code = await tv.locator('[data-code]').evaluate((one) => [one.scrollWidth, one.clientWidth]);
  expect(code[0], 'the code is not cut').toBe(code[1]);
  await expectAccessible(tv, 'wall that is not paired');
  await tv.screenshot({ path: `${project.outputDir}/screens/wall-not-paired.png` });
  const { paired } = await becomes();
  await expect(tv.getByRole('heading', { level: 1, name: WORDS.en.name })).toBeVisible();
  await send(city.server.url, `/api/v1/admin/walls/${paired}`, undefined, admin.headers, 'DELETE');
  await expect(tv.getByRole('heading', { level: 1, name: WORDS.en.ended })).toBeVisible();
  await expectAccessible(tv, 'revoked wall with its code');
  await becomes();
});

test('a console, kiosk or pad that opens the page of walls is led to its own', async ({
  admin,
  city,
  openTv,
}) => {
  const { page: tv } = await openTv();
  await tv.goto('/pair');
  const code = await tv.locator('[data-code]').textContent();
  const body = { kind: 'kiosk', code, name: 'Máy lấy số', area: UNIT };
  await send(city.server.url, '/api/v1/admin/devices', body, admin.headers);
  await expect(tv).toHaveURL(/\/kiosk$/, { timeout: 15_000 });
  await tv.goto('/wall');
  await expect(tv).toHaveURL(/\/kiosk$/);
});
