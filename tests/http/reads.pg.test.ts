import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccess } from '../../server/http/access.ts';
import { createHeavyWork } from '../../server/http/heavy-work.ts';
import { readRoutes } from '../../server/http/reads.ts';
import { createRouter } from '../../server/http/router.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import type { Definition } from '../../server/log/submission.ts';
import { usualGaps } from '../../server/read/usual-gap.ts';
import { makeKey } from '../support/city.ts';
import { openReadCity, type ReadCity, type Told } from '../support/read-city.ts';

let city: ReadCity;
let app: ReturnType<typeof createRouter>;
/** A key for each area that reads it, and whose key the caller has; null: nobody knows the caller. */
const keys = new Map<string, string>();
let caller: string | null = 'city';

const monday = '2026-11-23';

beforeAll(async () => {
  city = await openReadCity(
    {
      type: 'target.set',
      data: {
        area: 'city',
        metric: 'within',
        value: 0.5,
        seconds: 600,
        effectiveFrom: monday,
        source: 'kế hoạch',
      },
    },
    {
      type: 'target.set',
      data: {
        area: 'b',
        metric: 'within',
        service: 'land',
        value: 0.5,
        seconds: 1200,
        effectiveFrom: monday,
        source: 'kế hoạch',
      },
    },
  );
  const { core } = city;
  for (const area of ['city', 'a', 'b'])
    keys.set(area, (await makeKey(core.door, { area, rights: ['read'] })).secret);
  app = createRouter(
    readRoutes({
      context: city.context,
      board: async () => null,
      wallBoard: async () => null,
      clocksAhead: () => [],
    }),
    {
      access: createAccess({ memory: core.memory, now: core.now, session: () => null }),
      memory: core.memory,
      addressOf: () => '203.0.113.9',
      publicUrl: null,
      heavy: createHeavyWork(),
      onDenied: () => undefined,
    },
  );
  // Four Mondays before this one: 10, 20, 30 and 40 tickets at 8:00 in a.
  for (const [weeks, n] of [
    [1, 10],
    [2, 20],
    [3, 30],
    [4, 40],
  ] as const) {
    const day = new Date(Date.parse(monday) - weeks * 7 * 86_400_000).toISOString().slice(0, 10);
    await city.tell(
      ...Array.from({ length: n }, (_, i) =>
        issued(
          'a',
          day,
          `w${weeks}-${i}`,
          `08:${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`,
        ),
      ),
    );
  }
  await city.tell(
    issued('a', monday, 't1', '08:00:00'),
    ['a', monday, '08:15:00', 'ticket.called', { ticket: 't1', counter: '1' }],
    ['a', monday, '08:25:00', 'ticket.finished', { ticket: 't1', outcome: 'received' }],
    issued('b', monday, 't2', '08:00:00', 'land'),
    ['b', monday, '08:15:00', 'ticket.called', { ticket: 't2', counter: '1' }],
    issued('b', monday, 't3', '09:35:00', 'civil'),
    issued('b', monday, 't4', '09:35:00', 'land'),
    rating('a', 'r1', '08:26:10', 'dissatisfied', 't1'),
    rating('a', 'r2', '08:40:00', 'very_satisfied'),
    rating('b', 'r3', '08:41:00', 'satisfied'),
    rating('a', 'r4', '08:42:00', 'neutral', undefined, { comment: 'lời riêng', officer: 'cb-1' }),
  );
});
afterAll(() => city.close());

function issued(unit: string, day: string, ticket: string, clock: string, service = 'civil'): Told {
  return [unit, day, clock, 'ticket.issued', { ticket, number: `=${ticket}`, service }];
}
function rating(
  unit: string,
  id: string,
  clock: string,
  level: string,
  ticket?: string,
  more: object = {},
): Told {
  return [unit, monday, clock, 'rating.given', { rating: id, level, ...(ticket && { ticket }), ...more }];
}

const get = (path: string, headers: Record<string, string> = {}) => {
  const authorization = caller === null ? {} : { authorization: `Bearer ${keys.get(caller)}` };
  const incoming = { headers: { ...headers, ...authorization }, socket: {} };
  return app.request(path, { headers }, { incoming, outgoing: {} });
};
// biome-ignore lint/suspicious/noExplicitAny: the tests look into answers of many shapes
const read = async (path: string): Promise<any> => (await get(path)).json();

describe('compare', () => {
  test('G1, Q5: each unit and service is judged at its own threshold; waiting now counts', async () => {
    const answer = await read(`/api/v1/areas/city/compare?metric=within&from=${monday}`);
    // a: 15 min against 10 (missed). b: land 15 min against 20 (met), land waiting 25 min (missed), civil 25 min against 10 (missed).
    expect(answer).toMatchObject({
      target: 0.5,
      targetBasis: { seconds: 600, source: 'kế hoạch' },
      total: { n: 1, of: 4 },
    });
    expect(answer.children).toMatchObject([
      { code: 'b', n: 1, of: 3, result: 'notMet', signal: 'withinNoise', few: true },
      { code: 'a', n: 0, of: 1, result: 'notMet', signal: 'withinNoise', few: true },
    ]);
  });

  test('a unit without a queue has no place in a comparison of queues, but in one of satisfaction', async () => {
    const codes = async (metric: string) =>
      (await read(`/api/v1/areas/city/compare?metric=${metric}`)).children
        .map((child: { code: string }) => child.code)
        .sort();
    expect(await codes('issued')).toEqual(['a', 'b']);
    expect(await codes('satisfied')).toEqual(['a', 'b', 'c']);
  });

  test('G11: what came out of a merger says when, and what did not exist in the period has no place', async () => {
    const ward = (code: string, more: object): Definition => ({
      type: 'area.defined',
      data: {
        code,
        parent: 'd',
        kind: 'ward',
        name: code,
        timezone: 'Asia/Ho_Chi_Minh',
        queue: 'machine',
        demo: false,
        succeeds: [],
        ...more,
      },
    });
    const merged = ward('merged', { validFrom: '2025-07-01', succeeds: ['old1', 'old2'] });
    await city.core.door.define(
      [
        ward('d', { parent: null, kind: 'city' }),
        ward('old1', { validTo: '2025-06-30' }),
        ward('old2', { validTo: '2025-06-30' }),
        merged,
        ward('same', {}),
      ],
      OPERATOR,
    );
    keys.set('d', (await makeKey(city.core.door, { area: 'd', rights: ['read'] })).secret);
    caller = 'd';
    const compared = async (days: string) =>
      (await read(`/api/v1/areas/d/compare?metric=satisfied&${days}`)).children.map(
        (child: { code: string; changedOn: string | null }) => [child.code, child.changedOn],
      );
    expect(await compared('from=2026-11-01&to=2026-11-30')).toEqual([
      ['merged', '2025-07-01'],
      ['same', null],
    ]);
    expect(await compared('from=2025-05-01&to=2025-06-30')).toEqual([
      ['old1', null],
      ['old2', null],
      ['same', null],
    ]);
    caller = 'city';
  });

  test('all units below are compared where that is asked for, each once', async () => {
    const codes = async (level: string) =>
      (await read(`/api/v1/areas/city/compare?metric=satisfied&level=${level}`)).children.length;
    expect([await codes('children'), await codes('units')]).toEqual([3, 3]);
    expect((await read('/api/v1/areas/a/compare?metric=satisfied&level=units')).children).toEqual([]);
  });

  test('P3, P4: a period by its name, and the days to compare it with', async () => {
    expect(await read('/api/v1/areas/city/period?kind=month&day=2026-11-02')).toMatchObject({
      kind: 'month',
      from: '2026-11-01',
      to: '2026-11-30',
      running: true,
      previous: { from: '2026-10-01', to: '2026-10-23' },
      lastYear: { from: '2025-11-01', to: '2025-11-23' },
      ownMonths: false,
    });
    expect(await read('/api/v1/areas/city/period?from=2026-11-02&to=2026-11-03')).toMatchObject({
      kind: 'own',
      running: false,
      previous: { from: '2026-10-31', to: '2026-11-01' },
    });
  });

  test('what nobody counted has no result', async () => {
    const { children } = await read('/api/v1/areas/city/compare?metric=onTimeOfSettled');
    expect(children[0]).toMatchObject({ n: 0, of: 0, share: null, result: null, signal: null, target: 0.99 });
  });
});

test('P1: history gives every bucket, empty ones without a share', async () => {
  const { series } = await read(
    '/api/v1/areas/city/history?metric=issued&from=2026-10-01&to=2026-11-30&bucket=month',
  );
  expect(series).toMatchObject([
    { bucket: '2026-10-01', value: 40 },
    { bucket: '2026-11-01', value: 64 },
  ]);
  const weeks = (
    await read('/api/v1/areas/a/history?metric=satisfied&from=2026-11-16&to=2026-11-23&bucket=week')
  ).series;
  expect(weeks).toMatchObject([
    { bucket: '2026-11-16', of: 0, share: null },
    { bucket: '2026-11-23', n: 1, of: 3 },
  ]);
  const half = (
    await read(`/api/v1/areas/b/history?metric=within&within=600&from=${monday}&bucket=half_hour`)
  ).series;
  expect(half).toHaveLength(48);
  expect(half[19]).toMatchObject({ bucket: `${monday}T09:30`, n: 0, of: 2 });
});

test('Q9: usual is the mean of the last four open weekdays of the same name', async () => {
  expect(await read(`/api/v1/areas/city/usual?day=${monday}`)).toEqual({
    days: 4,
    halfHours: { 16: { arrived: 25, finished: 0 } },
  });
  expect(await read('/api/v1/areas/city/usual?day=2026-11-24')).toEqual({ days: 0, halfHours: null });
});

test('G5: the usual gap of a unit is the ninth decile of gaps within its open days', async () => {
  const units = ['a', 'b'].map((code) => ({ code, zone: 'Asia/Ho_Chi_Minh' }));
  expect(await usualGaps(city.context.pool, units, city.context.now())).toEqual(new Map([['a', 30_000]]));
});

describe('lists', () => {
  test('pages follow each other without loss or repetition', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 100; page += 1) {
      const { items, next } = await read(
        `/api/v1/tickets?area=city&from=2026-10-01&to=${monday}&limit=7${cursor}`,
      );
      seen.push(...items.map((item: { ticket: string }) => item.ticket));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen).toHaveLength(104);
    expect(new Set(seen).size).toBe(104);
  });

  test('CSV holds the whole list and no formula', async () => {
    const response = await get(`/api/v1/tickets?area=city&from=2026-10-01&to=${monday}`, {
      accept: 'text/csv',
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    const lines = (await response.text()).trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^unit,ticket,number,service/);
    expect(lines).toHaveLength(105);
    expect(lines.some((line) => line.includes(",'=t1,"))).toBe(true);
    expect(lines.some((line) => /,=/.test(line))).toBe(false);
  });

  test('B5: a unit sees a low rating in a batch or after its session, cut to the half hour, without its ticket', async () => {
    const above = (await read('/api/v1/ratings?area=city')).items;
    expect(above.map((item: { rating: string }) => item.rating)).toEqual(['r1', 'r2', 'r4', 'r3']);
    expect(above[0]).toMatchObject({ at: '2026-11-23T01:26:10.000Z', cut: false, ticket: 't1', marks: [] });
    expect(JSON.stringify(above)).not.toMatch(/lời riêng|cb-1/);
    const inside = (await read('/api/v1/ratings?area=a')).items;
    expect(inside.map((item: { rating: string }) => item.rating)).toEqual(['r2', 'r4']);
    city.setNow('2026-11-24T08:00:00+07:00');
    const later = (await read(`/api/v1/ratings?area=a&from=${monday}&to=${monday}`)).items;
    city.setNow('2026-11-23T10:00:00+07:00');
    expect(later[0]).toMatchObject({ rating: 'r1', at: '2026-11-23T01:00:00.000Z', cut: true, ticket: null });
  });
});

describe('areas', () => {
  test('the caller sees the subtrees it may read, with their parents where it may', async () => {
    const codes = async (query = '') =>
      (await read(`/api/v1/areas${query}`)).areas.map((item: { code: string }) => item.code);
    expect(await codes()).toEqual(['city', 'a', 'b', 'c']);
    caller = 'b';
    expect(await codes()).toEqual(['b']);
    caller = 'city';
  });

  test('G6: the tree of a past day is what was in force then', async () => {
    const version = (name: string, valid: { validFrom: string; validTo?: string }): Definition => ({
      type: 'area.defined',
      data: {
        code: 'n',
        parent: 'city',
        kind: 'ward',
        name,
        timezone: 'Asia/Ho_Chi_Minh',
        queue: 'machine',
        demo: false,
        succeeds: [],
        ...valid,
      },
    });
    await city.core.door.define(
      [
        version('Mới', { validFrom: '2026-07-01' }),
        version('Mới hơn', { validFrom: '2026-09-01', validTo: '2026-12-31' }),
      ],
      OPERATOR,
    );
    const named = async (day: string) =>
      (await read(`/api/v1/areas?at=${day}`)).areas.find((item: { code: string }) => item.code === 'n')?.name;
    expect([
      await named('2026-06-30'),
      await named('2026-08-31'),
      await named('2026-09-01'),
      await named('2027-01-01'),
    ]).toEqual([undefined, 'Mới', 'Mới hơn', undefined]);
  });
});

describe('refusals are problem details that name the parameter', () => {
  test.each([
    ['/api/v1/areas/city/kpis?within=45', 'within'],
    ['/api/v1/areas/city/kpis?within=30,30,30,30,30,30,30,30,30,30,30', 'within'],
    ['/api/v1/areas/city/kpis?from=2026-02-30', 'from'],
    ['/api/v1/areas/city/kpis?from=2026-11-02&to=2026-11-01', 'from'],
    ['/api/v1/areas/city/kpis?asOf=yesterday', 'asOf'],
    ['/api/v1/areas/city/kpis?service=%00', 'service'],
    ['/api/v1/areas/city/compare?metric=beauty', 'metric'],
    ['/api/v1/areas/city/compare', 'metric'],
    ['/api/v1/areas/city/compare?metric=satisfied&level=streets', 'level'],
    ['/api/v1/areas/city/period?kind=decade', 'kind'],
    ['/api/v1/areas/city/period?kind=nineMonths&day=2026-11-23', 'day'],
    ['/api/v1/areas/city/period?from=2026-11-23&to=2026-11-01', 'from'],
    ['/api/v1/areas/city/history?metric=issued&from=2000-01-01&bucket=half_hour', 'bucket'],
    ['/api/v1/tickets', 'area'],
    ['/api/v1/tickets?area=city&limit=1001', 'limit'],
    ['/api/v1/tickets?area=city&cursor=zzz', 'cursor'],
    ['/api/v1/ratings?area=city&cursor=WyJhIiwiYiIsImMiLCJkIl0', 'cursor'],
  ])('%s', async (path, parameter) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      code: 'bad_parameter',
      status: 400,
      parameter,
      detail: expect.any(String),
    });
  });

  test('who is unknown gets 401, an area out of reach and one that does not exist the same 404', async () => {
    caller = null;
    expect((await get('/api/v1/areas')).status).toBe(401);
    expect((await get('/api/v1/tickets')).status).toBe(401);
    caller = 'a';
    const answers = await Promise.all(['b', 'nowhere'].map((code) => read(`/api/v1/areas/${code}/kpis`)));
    caller = 'city';
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 404, code: 'unknown_area' });
  });

  test('the title speaks the language of the reader', async () => {
    expect((await read('/api/v1/areas/x/kpis')).title).toBe('Không có khu vực này');
    expect((await (await get('/api/v1/areas/x/kpis', { 'accept-language': 'en-GB,vi' })).json()).title).toBe(
      'There is no such area',
    );
  });
});

test('an offset whose plus sign was not escaped is understood', async () => {
  const answer = await read('/api/v1/areas/b/kpis?asOf=2026-11-23T09:00:00+07:00');
  expect(answer.asOf).toBe('2026-11-23T02:00:00.000Z');
});
