import type { Page } from '@playwright/test';
import { browserCookies } from '../support/browser-cookies.ts';
import { defineAll } from '../support/city.ts';
import { HOSTILE, RAN } from '../support/hostile-strings.ts';
import { expect, PHONE, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

// What is no photo and no page is noted by the browser.
test.use({ announced: /status of (404|422)/, trace: 'off', ownCity: 'hostile words' });

const UNIT = WARDS.live.code;
const NAMED = HOSTILE.map((text) => text.slice(0, 200).normalize('NFC'));

/** Names of 180 letters without a space still push these out of a phone’s frame; the words of citizens do not. */
const LONG_NAMES = /^(\/admin\/people|\/|\/areas\/nui.*|.*\/history)$/;

/** Fails where anything of what was written ran, opened, was fetched or pushed the page out of its frame. */
async function expectCalm(page: Page, path: string, strangers: readonly string[]): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  const seen = await page.evaluate((mark) => {
    const main = document.querySelector('main');
    return {
      ran: Reflect.has(window, mark),
      wide: document.documentElement.scrollWidth,
      shown: main !== null && getComputedStyle(main).display !== 'none',
      dialogs: document.querySelectorAll('dialog[open]').length,
      foreign: document.querySelectorAll('main iframe, main object, main embed, main base, main meta').length,
    };
  }, RAN);
  expect.soft(seen, path).toEqual({
    ran: false,
    wide: LONG_NAMES.test(path) ? seen.wide : page.viewportSize()?.width,
    shown: true,
    dialogs: 0,
    foreign: 0,
  });
  expect.soft(strangers, `${path}: asked of others`).toEqual([]);
}

test('300 hostile strings in every page that shows what people wrote: nothing runs, nothing breaks', async ({
  city,
  page,
  somebody,
}) => {
  test.setTimeout(240_000);
  const strangers: string[] = [];
  const own = new URL(city.server.url).host;
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (host !== own && !/^(data|blob):/.test(protocol)) strangers.push(request.url());
  });
  page.on('dialog', (dialog) => {
    strangers.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.setViewportSize(PHONE);

  const at = Date.now() - 1000;
  await city.tell(
    HOSTILE.flatMap((text, i) => [
      {
        unit: UNIT,
        type: 'suggestion.submitted',
        at,
        data: { suggestion: `h${i}`, text, contact: text.slice(0, 300) },
      },
      { unit: UNIT, type: 'suggestion.sorted', at, data: { suggestion: `h${i}`, kind: 'suggestion' } },
      { unit: UNIT, type: 'rating.given', at, data: { rating: `h${i}`, level: 'satisfied', comment: text } },
      ...(i % 12 === 0
        ? [{ unit: UNIT, type: 'note.added', at, data: { from: new Date(at).toISOString(), text } }]
        : []),
    ]),
  );
  const door = await city.server.door();
  await defineAll(
    door,
    NAMED.flatMap((name, i) => [
      { type: 'person.added' as const, data: { person: `hp${i}`, area: 'nui', name, login: `hp${i}` } },
      ...(i % 16 === 0
        ? [
            {
              type: 'area.defined' as const,
              data: {
                code: `ward-${i}`,
                parent: 'nui',
                kind: 'ward' as const,
                name,
                timezone: 'Asia/Ho_Chi_Minh',
                queue: 'machine' as const,
                demo: false,
                succeeds: [],
              },
            },
          ]
        : []),
    ]),
  );
  await door.close();

  for (const path of [
    '/admin/people',
    '/admin/areas',
    '/admin/audit',
    '/admin/keys',
    '/',
    '/areas/nui',
    '/areas/nui/compare',
  ])
    await expectCalm(page, path, strangers);
  const head = await somebody('head', UNIT, 'Trần Thị Bình');
  await page.context().clearCookies({ name: /session_token/ });
  await page.context().addCookies(browserCookies(head));
  for (const path of [
    `/areas/${UNIT}`,
    `/areas/${UNIT}/history`,
    `/suggestions?area=${UNIT}`,
    ...HOSTILE.flatMap((_, i) => (i % 25 === 0 ? [`/suggestions/${UNIT}/${i + 1}`] : [])),
    `/alerts?area=${UNIT}`,
    '/account',
  ])
    await expectCalm(page, path, strangers);
});
