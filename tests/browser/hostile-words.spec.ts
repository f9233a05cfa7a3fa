import type { Page } from '@playwright/test';
import { replayPath } from '../../components/replay/replay-path.ts';
import { maskPersonal } from '../../lib/domain/personal-text.ts';
import type { Definition } from '../../server/log/submission.ts';
import { browserCookies } from '../support/browser-cookies.ts';
import { defineAll } from '../support/city.ts';
import { HOSTILE, RAN } from '../support/hostile-strings.ts';
import type { SignedIn } from '../support/signed-in.ts';
import { PHONE } from './admin-test.ts';
import { iso, type Told } from './test-city-day.ts';
import { noonZone, WARDS } from './test-city-tree.ts';
import { expect, test } from './wall-test.ts';

// What is no photo and no page is noted by the browser.
test.use({ announced: /status of (404|422)/, trace: 'off', ownCity: 'hostile words' });
test.describe.configure({ mode: 'serial' });

const UNIT = WARDS.live.code;
const NAMED = HOSTILE.map((text) => text.slice(0, 200).normalize('NFC'));
/** Names without a space that no line holds. */
const LONG = NAMED.filter((name) => name.length > 100 && !/\s/.test(name));
/** So many strings together in one text, where a page shows only so many texts. */
const TOGETHER = 4;

const inFours: string[] = HOSTILE.flatMap((_, i) =>
  i % TOGETHER === 0 ? [HOSTILE.slice(i, i + TOGETHER).join(' ¦ ')] : [],
);

function toldOf(at: number): Told[] {
  const told = (type: string, data: Record<string, unknown>): Told => ({ unit: UNIT, type, at, data });
  return [
    ...HOSTILE.flatMap((text, i) => [
      told('suggestion.submitted', { suggestion: `h${i}`, text, contact: text.slice(0, 300) }),
      told('suggestion.sorted', { suggestion: `h${i}`, kind: 'suggestion' }),
      told('rating.given', { rating: `h${i}`, level: 'satisfied', comment: text }),
    ]),
    ...inFours.map((text) => told('note.added', { from: iso(at), text })),
    told('inspection.opened', { inspection: 'hi', level: 'city', team: inFours[0] }),
    told('inspection.announced', { inspection: 'hi' }),
    ...HOSTILE.flatMap((text, i) => [
      told('inspection.finding_added', { inspection: 'hi', finding: `f${i}`, text, severity: 'minor' }),
      told('explanation.added', { about: { finding: `f${i}` }, text }),
      told('inspection.remedied', { inspection: 'hi', finding: `f${i}`, text }),
    ]),
    told('inspection.minutes_signed', {
      inspection: 'hi',
      documentNo: '1',
      signatories: LONG.map((name) => ({ title: name, name })),
    }),
  ];
}

const ward = (code: string, parent: string, name: string, timezone: string): Definition => ({
  type: 'area.defined',
  data: { code, parent, kind: 'ward', name, timezone, queue: 'machine', demo: false, succeeds: [] },
});

function namesOf(timezone: string, today: string): Definition[] {
  return [
    {
      type: 'area.defined',
      data: {
        code: 'ten',
        parent: 'tp',
        kind: 'district',
        name: LONG[0] ?? '',
        timezone,
        queue: 'machine',
        demo: false,
        succeeds: [],
      },
    },
    ...NAMED.map((name, i) => ward(`ten-${i}`, 'ten', name, timezone)),
    ...LONG.map((name, i) => ward(`long-${i}`, 'nui', name, timezone)),
    ...NAMED.map(
      (name, i): Definition => ({
        type: 'person.added',
        data: { person: `hp${i}`, area: 'nui', name, login: `hp${i}` },
      }),
    ),
    ...inFours.map(
      (text, i): Definition => ({
        type: 'model.started',
        data: {
          model: `m${i}`,
          area: UNIT,
          name: NAMED[i] ?? '',
          about: text,
          metric: 'satisfied',
          startDay: today,
        },
      }),
    ),
  ];
}

const strangers: string[] = [];

/** Hears what a page asks of others, and its dialogs. */
function listen(page: Page, own: string): void {
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (host !== new URL(own).host && !/^(data|blob):/.test(protocol)) strangers.push(request.url());
  });
  page.on('dialog', (dialog) => {
    strangers.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** Fails where anything of what was written ran, opened, was fetched, pushed the page out of its frame, or is not said. */
async function expectCalm(page: Page, path: string, texts: readonly string[] = []): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  const more = page.getByRole('button', { name: /^(Tải thêm|Xem thêm)/ });
  while (texts.length > 0 && (await more.count()) > 0) {
    await more.first().click();
    await expect(page.getByRole('button', { name: /^Đang tải/ })).toHaveCount(0);
  }
  const seen = await page.evaluate(
    ({ mark, wanted }) => {
      const main = document.querySelector('main');
      const folded = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
      const shown = folded(document.body.textContent ?? '');
      const width = document.documentElement.clientWidth;
      const scrolls = (element: Element | null): boolean =>
        element !== null &&
        (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
      const beyond = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement),
      );
      return {
        ran: Reflect.has(window, mark),
        // What stands out, innermost first, so that a failure names it.
        beyond:
          document.documentElement.scrollWidth > width
            ? beyond
                .slice(-3)
                .map((element) => `${element.tagName}.${element.getAttribute('class')?.slice(0, 100)}`)
            : [],
        shown: main !== null && getComputedStyle(main).display !== 'none',
        dialogs: document.querySelectorAll('dialog[open]').length,
        foreign: document.querySelectorAll(
          'main iframe, main object, main embed, main base, main meta, main script:not([src])',
        ).length,
        missing: wanted.filter((text) => !shown.includes(folded(text))).slice(0, 5),
      };
    },
    { mark: RAN, wanted: texts },
  );
  expect
    .soft(seen, path)
    .toEqual({ ran: false, beyond: [], shown: true, dialogs: 0, foreign: 0, missing: [] });
  expect.soft(strangers, `${path}: asked of others`).toEqual([]);
}

/** Pages beside each other: most of a visit is waiting for a page to fall silent. */
async function expectAllCalm(page: Page, own: string, paths: readonly string[]): Promise<void> {
  const beside = await page.context().newPage();
  await beside.setViewportSize(PHONE);
  listen(beside, own);
  await Promise.all(
    [page, beside].map(async (one, i) => {
      for (const path of paths.filter((_, j) => j % 2 === i)) await expectCalm(one, path);
    }),
  );
  await beside.close();
}

async function as(page: Page, who: SignedIn): Promise<void> {
  await page.context().clearCookies({ name: /session_token/ });
  await page.context().addCookies(browserCookies(who));
}

test('300 hostile strings as words of people and as names of places, people and models', async ({ city }) => {
  test.setTimeout(120_000);
  expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
  expect(LONG.length).toBeGreaterThan(5);
  const zone = noonZone(new Date());
  await city.tell(toldOf(Date.now() - 1000));
  const door = await city.server.door();
  await defineAll(door, namesOf(zone, new Date().toISOString().slice(0, 10)));
  await door.close();
});

test('names: no page of administration and none of an area runs, breaks or leaves its frame on a phone', async ({
  city,
  page,
}) => {
  test.setTimeout(240_000);
  listen(page, city.server.url);
  await page.setViewportSize(PHONE);
  await expectCalm(page, '/admin/people', NAMED);
  await expectAllCalm(page, city.server.url, [
    '/admin/areas',
    '/admin/audit',
    '/admin/keys',
    '/',
    '/areas/ten',
    '/areas/nui',
    '/areas/nui/compare',
    '/areas/nui/history',
    '/areas/long-0',
    '/areas/long-0/history',
    '/models?area=nui',
    '/inspections?area=nui',
    '/ratings?area=nui',
    '/dossiers?area=nui',
    '/suggestions?area=nui',
    '/apologies?area=nui',
    '/alerts?area=nui',
    replayPath({ area: 'nui', at: Date.now() - 60_000, known: 'now', speed: 60 }),
    '/reports?area=nui',
  ]);
  await expectCalm(page, '/areas/ten/compare', NAMED);
  await expectCalm(page, '/reports?area=ten', NAMED);
});

test('words: no page that shows what people wrote runs, breaks or leaves its frame, and all of it is there', async ({
  city,
  page,
  somebody,
}) => {
  test.setTimeout(240_000);
  listen(page, city.server.url);
  await page.setViewportSize(PHONE);
  await as(page, await somebody('head', UNIT, 'Trần Thị Bình'));
  await expectCalm(page, `/suggestions?area=${UNIT}`, HOSTILE);
  await expectCalm(page, `/ratings?area=${UNIT}`, HOSTILE.map(maskPersonal));
  await expectCalm(page, `/inspections/${UNIT}/hi`, HOSTILE);
  await expectCalm(page, `/inspections/${UNIT}/hi/minutes`, HOSTILE);
  await expectCalm(page, `/models?area=${UNIT}`, inFours);
  await expectCalm(page, `/reports?area=${UNIT}`, inFours);
  await expectCalm(page, `/areas/${UNIT}/history`, inFours);
  await expectAllCalm(page, city.server.url, [
    `/areas/${UNIT}`,
    `/inspections?area=${UNIT}`,
    replayPath({ area: UNIT, at: Date.now() - 500, known: 'now', speed: 60 }),
    ...HOSTILE.flatMap((_, i) => (i % 50 === 0 ? [`/suggestions/${UNIT}/${i + 1}`] : [])),
    `/alerts?area=${UNIT}`,
    '/account',
  ]);
});

test('walls: names do nothing but stand there, and of what people wrote there is nothing', async ({
  city,
  openTv,
  pairWall,
}) => {
  test.setTimeout(120_000);
  for (const area of [UNIT, 'nui', 'ten']) {
    const { page, faults } = await openTv();
    listen(page, city.server.url);
    const wall = await pairWall(area);
    await expectCalm(page, wall.address);
    const text = (await page.locator('body').textContent()) ?? '';
    expect(HOSTILE.filter((said) => said.length > 30 && text.includes(said) && area === UNIT)).toEqual([]);
    expect(faults).toEqual([]);
  }
});
