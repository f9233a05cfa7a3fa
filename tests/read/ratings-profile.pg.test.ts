import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '../../server/log/actor.ts';
import { rebuildIn } from '../../server/log/rebuild.ts';
import { compare } from '../../server/read/compare.ts';
import { history } from '../../server/read/history.ts';
import { kpis } from '../../server/read/kpis.ts';
import { countRatings, type RatingFilter, ratings } from '../../server/read/ratings.ts';
import { type ProfileQuestion, ratingsProfile } from '../../server/read/ratings-profile.ts';
import { openReadCity, type ReadCity, type Told } from '../support/read-city.ts';

const FRIDAY = '2026-11-20';
const MONDAY = '2026-11-23';
const OCTOBER = '2026-10-14';
let city: ReadCity;

const rated = (unit: string, day: string, clock: string, rating: string, data: object): Told => [
  unit,
  day,
  clock,
  'rating.given',
  { rating, level: 'satisfied', counter: '1', channel: 'pad', dossier: 'd', ...data },
];

const served = (unit: string, day: string, ticket: string, from: string, to: string): Told[] => [
  [unit, day, from, 'ticket.issued', { ticket, number: ticket, service: 'civil' }],
  [unit, day, from, 'ticket.called', { ticket, counter: '1' }],
  [unit, day, to, 'ticket.finished', { ticket, outcome: 'received' }],
];

const sessions = (fromDay: string, to: string) => ({
  type: 'sessions.set' as const,
  data: {
    area: 'a',
    scope: 'day' as const,
    fromDay,
    spans: [{ from: '07:30', to }],
  },
});

beforeAll(async () => {
  city = await openReadCity();
  city.setNow(`${FRIDAY}T18:00:00+07:00`);
  await city.core.door.define([sessions(FRIDAY, '11:30'), sessions(MONDAY, '11:30')], OPERATOR);
  await city.tell(
    ...served('a', FRIDAY, 't1', '08:00:00', '08:10:00'),
    rated('a', FRIDAY, '08:10:02', 'soon', { ticket: 't1', service: 'civil', reasons: ['listen', 'listen'] }),
    rated('a', FRIDAY, '09:00:00', 'idle', { level: 'dissatisfied', reasons: ['listen', 'long_wait'] }),
    rated('a', FRIDAY, '12:00:00', 'closed', {
      counter: undefined,
      channel: undefined,
      reasons: ['parking'],
    }),
    rated('a', FRIDAY, '08:15:00', 'plain', { channel: 'qr', reasons: ['smile'] }),
    rated('b', FRIDAY, '08:15:00', 'other', { level: 'neutral', reasons: ['fee', 'nod'] }),
  );
  city.setNow(`${MONDAY}T10:00:00+07:00`);
});
afterAll(() => city.close());
beforeEach(() => city.setNow(`${MONDAY}T10:00:00+07:00`));

const period = (from: string, to = from) => ({ from, to });

const profile = (area: string, more: Partial<ProfileQuestion> = {}) =>
  ratingsProfile(city.context, area, {
    period: period(FRIDAY, MONDAY),
    service: null,
    counter: null,
    channel: null,
    ...more,
  });

const kpisOf = async (area: string, more: object = {}) =>
  (
    await kpis(city.context, area, {
      period: period(FRIDAY, MONDAY),
      service: null,
      counter: null,
      within: null,
      asOf: null,
      knownAt: null,
      rule: 'own',
      procedure: null,
      handler: null,
      ...more,
    })
  ).ratings;

const list = async (area: string, filter: RatingFilter = {}, limit = 100) => {
  const question = { area, period: period(FRIDAY, MONDAY), limit, comments: false };
  const items = [];
  for (let cursor: readonly string[] | null = null; ; ) {
    const page = await ratings(city.context, { ...question, cursor }, filter);
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = JSON.parse(Buffer.from(page.next, 'base64url').toString());
  }
};

const kept = async () =>
  (await city.context.pool.query('SELECT count(*)::int AS n FROM rollup_rating_mark')).rows[0]?.n;

test('S3: the list, the figures and the profile tell the same marks, and every rating stays in the totals', async () => {
  expect((await list('a')).map(({ rating, marks }) => [rating, marks])).toEqual([
    ['plain', []],
    ['soon', ['tooSoon']],
    ['idle', ['idleCounter']],
    ['closed', ['closed']],
  ]);
  const marked = {
    n: 3,
    byReason: { tooSoon: 1, idleCounter: 1, closed: 1, burst: 0, unlinked: 0 },
    satisfiedWithout: { n: 1, of: 1 },
  };
  expect(await kpisOf('a')).toMatchObject({ n: 4, satisfied: { n: 3, of: 4 }, marked });
  expect(await profile('a')).toMatchObject({ n: 4, satisfied: { n: 3, of: 4 }, marked });
  // One counter is read from the ratings themselves, and so is what was known at an instant.
  expect((await kpisOf('a', { counter: '1' })).marked).toMatchObject({
    n: 2,
    byReason: { tooSoon: 1, closed: 0 },
  });
  expect((await profile('a', { counter: '1' })).marked).toMatchObject({
    n: 2,
    byReason: { tooSoon: 1, closed: 0 },
  });
  expect((await kpisOf('a', { knownAt: Date.now() })).marked).toMatchObject(marked);
  expect((await profile('a', { channel: 'qr' })).marked).toMatchObject({
    n: 0,
    satisfiedWithout: { n: 1, of: 1 },
  });
});

test('S3: lists narrow by mark, level, service, counter and channel, newest first where that is asked', async () => {
  const codes = async (filter: RatingFilter, limit?: number) =>
    (await list('city', filter, limit)).map(({ rating }) => rating);
  expect(await codes({})).toEqual(['plain', 'soon', 'idle', 'closed', 'other']);
  expect(await codes({ order: 'newest' }, 2)).toEqual(['closed', 'idle', 'other', 'soon', 'plain']);
  expect(await codes({ mark: 'any' }, 1)).toEqual(['soon', 'idle', 'closed']);
  expect(await codes({ mark: 'none', order: 'newest' }, 1)).toEqual(['other', 'plain']);
  expect(await codes({ mark: 'closed' })).toEqual(['closed']);
  expect(await codes({ level: 'neutral' })).toEqual(['other']);
  expect(await codes({ service: 'civil' })).toEqual(['soon']);
  expect(await codes({ channel: 'qr', counter: '1' })).toEqual(['plain']);
});

test('S7: reasons once a rating; conduct, conditions and unknown codes apart; n is the ratings with any', async () => {
  const found = await profile('a');
  expect(found.reasoned).toBe(4);
  expect(found.conductSet).toMatchObject({ area: null, name: '4 xin · 4 luôn' });
  expect(found.conduct.slice(0, 2)).toMatchObject([
    { point: 'listen', praised: 1, lacking: 1 },
    { point: 'smile', praised: 1, lacking: 0 },
  ]);
  expect(found.conditions).toEqual([{ code: 'long_wait', praised: 0, lacking: 1 }]);
  expect(found.others).toEqual([{ code: 'parking', praised: 1, lacking: 0 }]);
  expect((await profile('city')).conditions.map(({ code }) => code)).toEqual(['fee', 'long_wait']);
  expect((await profile('a', { service: 'civil' })).conduct[0]).toMatchObject({
    point: 'listen',
    praised: 1,
  });
});

test('S6: a reason is read by the code of conduct of its own unit and day', async () => {
  const point = { text: 'gật đầu', textEn: 'nods', lack: 'chưa gật đầu', lackEn: 'no nod' };
  const data = {
    area: 'b',
    name: 'Của b',
    nameEn: 'Of b',
    points: [{ point: 'nod', ...point }],
    effectiveFrom: FRIDAY,
    source: 'thử',
  };
  const define = () => city.core.door.define([{ type: 'conduct.set', data }], OPERATOR);
  expect(await define()).toMatchObject([{ status: 'rejected', error: { code: 'effective_in_past' } }]);
  expect((await profile('city')).others.map(({ code }) => code)).toEqual(['nod', 'parking']);
  city.setNow(`${FRIDAY}T18:00:00+07:00`);
  expect(await define()).toMatchObject([{ status: 'stored' }]);
  city.setNow(`${MONDAY}T10:00:00+07:00`);
  const found = await profile('city');
  expect(found.others.map(({ code }) => code)).toEqual(['parking']);
  expect(found.conduct.find((one) => one.point === 'nod')).toMatchObject({
    ...point,
    praised: 0,
    lacking: 1,
  });
  expect((await profile('b')).conductSet).toMatchObject({ area: 'b', name: 'Của b' });
  expect((await profile('a')).conduct.map((one) => one.point)).not.toContain('nod');
});

test('S5: the response rate is of finished visits, per channel; below a fifth the reader is told', async () => {
  const found = await profile('a', { period: period(FRIDAY) });
  expect(found.responseRate).toMatchObject({ n: 4, of: 1 });
  expect(found.byChannel.map(({ channel, n }) => [channel, n])).toEqual([
    ['pad', 2],
    ['qr', 1],
    [null, 1],
  ]);
  expect(found.byChannel[1]).toMatchObject({ satisfied: { n: 1, of: 1 }, responseRate: { n: 1, of: 1 } });
  expect((await profile('a', { counter: '1' })).responseRate).toMatchObject({ n: 3, of: 1 });
  expect(found.fewRate).toBe(false);
  const visits = Array.from({ length: 6 }, (_, i) =>
    served('b', MONDAY, `v${i}`, '08:00:00', '08:20:00'),
  ).flat();
  await city.tell(...visits);
  expect(await profile('b')).toMatchObject({ responseRate: { n: 1, of: 6 }, fewRate: true });
});

test('G7–G9: the headline is judged by the target in force, by count and by what the numbers bear', async () => {
  const found = await profile('a', { period: period(FRIDAY) });
  expect(found).toMatchObject({ target: 0.98, result: 'notMet', signal: 'clear', few: true });
  expect(found.satisfied.low).toBeCloseTo(0.3006, 3);
});

test('B5, B6: inside the unit a hidden low rating is in no reason, at no counter and of no channel', async () => {
  await city.tell(
    rated('a', MONDAY, '09:10:00', 'h1', {
      level: 'dissatisfied',
      reasons: ['gentle'],
      counter: '9',
      channel: 'paper',
    }),
    rated('a', MONDAY, '09:20:00', 'h2', { level: 'very_dissatisfied', reasons: ['gentle'], counter: '9' }),
  );
  const gentle = (found: Awaited<ReturnType<typeof profile>>) =>
    found.conduct.find(({ point }) => point === 'gentle')?.lacking;
  const today = { period: period(MONDAY) };
  const inside = await profile('a', today);
  expect([inside.n, inside.reasoned, gentle(inside), inside.waiting]).toEqual([2, 0, 0, true]);
  expect((await profile('a', { ...today, counter: '9' })).n).toBe(0);
  expect((await profile('a', { ...today, counter: '9' })).marked.n).toBe(0);
  expect((await profile('a', { ...today, channel: 'paper' })).n).toBe(0);
  expect(gentle(await profile('city', today))).toBe(2);
  expect((await profile('city', today)).waiting).toBe(false);
  expect((await profile('city', { ...today, counter: '9' })).n).toBe(2);
  city.setNow(`${MONDAY}T11:30:00+07:00`);
  expect(gentle(await profile('a', today))).toBe(2);
});

test('B6: the measures of one service tell inside the unit of no low rating that it does not see yet', async () => {
  const today = period(MONDAY);
  await city.tell(
    rated('b', MONDAY, '09:00:00', 'k0', { service: 'land' }),
    rated('b', MONDAY, '09:10:00', 'k1', { service: 'land', level: 'dissatisfied', dossier: undefined }),
    rated('b', MONDAY, '09:20:00', 'k2', { service: 'land', level: 'very_dissatisfied', dossier: undefined }),
  );
  const told = async (area: string) => {
    const service = { period: today, service: 'land' };
    const rows = { buckets: [MONDAY], within: null, rule: 'own', procedure: null, handler: null } as const;
    const asked = { ...rows, ...service, metric: 'satisfied' } as const;
    const known = await kpisOf(area, { ...service, knownAt: city.context.now() });
    const { n, marked } = await kpisOf(area, service);
    const { series, total } = await history(city.context, area, { ...asked, bucket: 'day' });
    const compared = await compare(city.context, area, { ...asked, level: 'units' });
    return [n, marked.n, known.n, known.marked.n, series[0]?.of, total.of, compared.total.of];
  };
  // Nobody was at counter 1, so each of them is marked, too.
  expect(await told('b')).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(await told('city')).toEqual([3, 3, 3, 3, 3, 3, 3]);
  // All services together are live, as on the board.
  expect((await kpisOf('b', { period: today })).n).toBe(3);
  await city.tell(rated('b', MONDAY, '09:30:00', 'k3', { service: 'land', level: 'dissatisfied' }));
  expect(await told('b')).toEqual([4, 4, 4, 4, 4, 4, 4]);
});

test('a file knows how many rows it will have, whatever narrows it, and tells nothing of what B5 still hides', async () => {
  const filters: RatingFilter[] = [
    {},
    { level: 'dissatisfied' },
    { level: 'neutral' },
    { counter: '1' },
    { channel: 'qr' },
    { service: 'civil', channel: 'pad' },
    { service: 'nobody' },
  ];
  // In the session the unit does not see its low ratings of today yet, the city does.
  city.setNow(`${MONDAY}T10:00:00+07:00`);
  for (const area of ['a', 'city'])
    for (const filter of filters) {
      const counted = await countRatings(city.context, { area, period: period(FRIDAY, MONDAY) }, filter);
      expect(counted, `${area} ${JSON.stringify(filter)}`).toBe((await list(area, filter)).length);
    }
  const [inside, above] = await Promise.all(
    ['a', 'city'].map((area) => countRatings(city.context, { area, period: period(MONDAY) })),
  );
  expect(inside).toBeLessThan(above ?? 0);
  // What a rating is marked for is known when it is read.
  expect(await countRatings(city.context, { area: 'a', period: period(FRIDAY) }, { mark: 'any' })).toBeNull();
});

test('P5: days that are over are read once; a late fact, another month before or other hours make them anew', async () => {
  const marks = async () => (await kpisOf('a', { period: period(FRIDAY) })).marked;
  await kpisOf('city');
  const n = await kept();
  await city.context.pool.query('UPDATE rollup_rating_mark SET marks = $1', ['[]']);
  // Nothing has happened: what is kept is not read again.
  expect([(await marks()).n, await kept()]).toEqual([0, n]);

  await city.tell(...served('a', FRIDAY, 'late', '08:55:00', '08:58:00'));
  expect(await marks()).toMatchObject({ n: 2, byReason: { idleCounter: 0, tooSoon: 1, closed: 1 } });

  await city.core.door.define([sessions(FRIDAY, '12:30')], OPERATOR);
  expect(await marks()).toMatchObject({ n: 1, byReason: { closed: 0 } });

  const run = Array.from({ length: 12 }, (_, i) =>
    rated('a', FRIDAY, `10:${String(i * 4).padStart(2, '0')}:00`, `run${i}`, {
      level: 'neutral',
      channel: undefined,
    }),
  );
  await city.tell(...run);
  expect((await marks()).byReason.unbroken).toBe(0);
  const october = Array.from({ length: 40 }, (_, i) => rated('a', OCTOBER, '09:00:00', `o${i}`, {}));
  await city.tell(...october);
  expect((await marks()).byReason.unbroken).toBe(12);

  // Moved to another day by an earlier fact of the same rating: both days are read again.
  await city.tell(rated('a', '2026-11-19', '10:00:00', 'run5', { level: 'neutral', channel: undefined }));
  expect((await marks()).byReason.unbroken).toBe(11);
});

test('P5: a rebuild forgets what was read of the tables before', async () => {
  await kpisOf('city');
  expect(await kept()).toBeGreaterThan(0);
  const client = await city.context.pool.connect();
  try {
    await client.query('BEGIN');
    await rebuildIn(
      async (text, values) => (await client.query(text, [...values])).rows,
      () => undefined,
    );
    const { rows } = await client.query('SELECT count(*)::int AS n FROM rollup_rating_mark');
    expect(rows).toEqual([{ n: 0 }]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});

test('P5: today is never kept, since its facts still come', async () => {
  await kpisOf('a');
  const { rows } = await city.context.pool.query('SELECT max(day)::text AS day FROM rollup_rating_mark');
  expect(rows[0]?.day).toBe(FRIDAY);
});
