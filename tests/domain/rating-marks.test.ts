import { describe, expect, test } from 'vitest';
import type { Rating } from '../../lib/domain/rating.ts';
import type { Level } from '../../lib/domain/rating-level.ts';
import { type DayOfRatings, markDay, type Usual, type Visit } from '../../lib/domain/rating-marks.ts';

const NINE = Date.UTC(2026, 10, 25, 2);
const MINUTE = 60_000;
/** At the counter all day long. */
const BUSY: Visit = visit('all-day', NINE - 120 * MINUTE, NINE + 600 * MINUTE);

function visit(ticket: string, calledAt: number, endedAt: number | null, more: Partial<Visit> = {}): Visit {
  return { ticket, counter: '1', calledAt, endedAt, finished: false, ...more };
}

const rating = (code: string, at: number, more: Partial<Rating> = {}): Rating => ({
  at,
  source: '/pad',
  id: code,
  rating: code,
  level: 'satisfied',
  raw: null,
  scale: null,
  counter: '1',
  ticket: null,
  dossier: 'd',
  service: null,
  officer: null,
  phase: null,
  channel: 'pad',
  reasons: [],
  ...more,
});

const NOTHING_USUAL: Usual = { levels: new Map(), rated: 0, finished: 0 };

function marks(ratings: Rating[], day: Partial<Omit<DayOfRatings, 'ratings'>> = {}) {
  const found = markDay({
    ratings: ratings.map((one) => ({ rating: one, second: false })),
    visits: [],
    spans: null,
    usual: NOTHING_USUAL,
    ...day,
  });
  return Object.fromEntries(found);
}

/** Codes that bear the mark. */
const bearing = (name: string, found: Record<string, string[]>) =>
  Object.entries(found)
    .filter(([, own]) => own.includes(name))
    .map(([code]) => code)
    .toSorted();

test('S3: a rating without ticket and dossier is unlinked, a second one second; nothing else is marked by itself', () => {
  const found = markDay({
    ratings: [
      { rating: rating('a', NINE, { dossier: null, channel: 'online' }), second: false },
      { rating: rating('b', NINE, { ticket: 't' }), second: true },
      { rating: rating('c', NINE), second: false },
    ],
    visits: [],
    spans: null,
    usual: NOTHING_USUAL,
  });
  expect(Object.fromEntries(found)).toEqual({ a: ['unlinked'], b: ['second'], c: [] });
});

describe('S8: too soon after the finish', () => {
  const own = visit('t', NINE - 5 * MINUTE, NINE, { finished: true });

  test('is less than three seconds, at the finish included', () => {
    const found = marks(
      [-1, 0, 2999, 3000].map((ms) => rating(String(ms), NINE + ms, { ticket: 't' })),
      { visits: [own] },
    );
    expect(bearing('tooSoon', found)).toEqual(['0', '2999']);
  });

  test('of its own ticket, whoever else has finished then; without a ticket, of the last at its counter', () => {
    const other = visit('u', NINE - 20 * MINUTE, NINE - 6 * MINUTE, { finished: true });
    const found = marks(
      [
        rating('own', NINE + 1000, { ticket: 'u' }),
        rating('counter', NINE + 1000),
        rating('elsewhere', NINE + 1000, { counter: '2' }),
        rating('unknown', NINE + 1000, { ticket: 'never' }),
      ],
      { visits: [own, other] },
    );
    expect(bearing('tooSoon', found)).toEqual(['counter']);
  });

  test('a no-show was no finish, of its own ticket as at its counter', () => {
    const absent = { visits: [{ ...own, finished: false }] };
    expect(bearing('tooSoon', marks([rating('a', NINE, { ticket: 't' })], absent))).toEqual([]);
    expect(bearing('tooSoon', marks([rating('a', NINE)], { visits: [{ ...own, finished: false }] }))).toEqual(
      [],
    );
  });
});

describe('S9: nobody at the counter', () => {
  const visits = [
    visit('t', NINE, NINE + 5 * MINUTE, { finished: true }),
    visit('u', NINE + 60 * MINUTE, null),
    visit('v', NINE + 70 * MINUTE, NINE + 71 * MINUTE),
  ];

  test('is before the first call and from ten minutes after the last one left', () => {
    const found = marks(
      [-1, 0, 3 * MINUTE, 15 * MINUTE, 15 * MINUTE + 1, 65 * MINUTE, 80 * MINUTE, 82 * MINUTE].map((ms) =>
        rating(String(ms / MINUTE), NINE + ms),
      ),
      { visits },
    );
    expect(bearing('idleCounter', found)).toEqual(
      [-1, 15 * MINUTE + 1, 82 * MINUTE].map((ms) => `${ms / MINUTE}`).toSorted(),
    );
  });

  test('another counter, a linked QR code, a form at home and paper are not judged by it', () => {
    const found = marks(
      [
        rating('other', NINE, { counter: '2' }),
        rating('qr', NINE - 1, { channel: 'qr' }),
        rating('free-qr', NINE - 1, { channel: 'qr', dossier: null }),
        rating('online', NINE - 1, { channel: 'online' }),
        rating('paper', NINE - 1, { channel: 'paper' }),
        rating('nowhere', NINE - 1, { counter: null }),
      ],
      { visits },
    );
    expect(bearing('idleCounter', found)).toEqual(['free-qr', 'other']);
  });

  test('where no tickets are told nobody knows', () => {
    expect(marks([rating('a', NINE)])).toEqual({ a: [] });
    expect(marks([rating('a', NINE)], { visits: [visit('t', NINE, null, { counter: null })] })).toEqual({
      a: [],
    });
  });
});

describe('S10: bursts', () => {
  const every = (seconds: number, n: number, more: Partial<Rating> = {}) =>
    Array.from({ length: n }, (_, i) => rating(`${i}`, NINE + i * seconds * 1000, more));

  test('are five of one device within less than a minute, all of them', () => {
    expect(bearing('burst', marks(every(14, 5)))).toHaveLength(5);
    expect(bearing('burst', marks(every(15, 5)))).toEqual([]);
    expect(bearing('burst', marks(every(14, 4)))).toEqual([]);
    expect(bearing('burst', marks([...every(10, 6), rating('late', NINE + 20 * MINUTE)]))).toHaveLength(6);
  });

  test('a device is a counter and a channel; paper has the times of its typing', () => {
    expect(bearing('burst', marks(every(5, 6, { channel: 'paper' })))).toEqual([]);
    expect(bearing('burst', marks(every(5, 6, { counter: null })))).toEqual([]);
    const two = every(5, 8).map((one, i) => ({ ...one, channel: i % 2 ? 'pad' : 'qr' }));
    expect(bearing('burst', marks(two))).toEqual([]);
  });
});

describe('S11: unbroken runs', () => {
  const usual = (n: Partial<Record<Level, number>>): Usual => ({
    ...NOTHING_USUAL,
    levels: new Map([['1', new Map(Object.entries(n) as [Level, number][])]]),
  });
  const run = (n: number, level: Level = 'very_satisfied') =>
    Array.from({ length: n }, (_, i) => rating(`${i}`, NINE + i * 5 * MINUTE, { level }));

  test('are those that the counter’s own month does not explain', () => {
    // Half of them usual: 30 × 0.5^30; 15 × 0.5^15 = 0.00046, 13 × 0.5^13 = 0.0016.
    const half = usual({ very_satisfied: 500, satisfied: 500 });
    expect(bearing('unbroken', marks(run(15), { usual: half }))).toHaveLength(15);
    expect(bearing('unbroken', marks(run(13), { usual: half }))).toEqual([]);
    // Nearly always so at this counter.
    expect(
      bearing('unbroken', marks(run(60), { usual: usual({ very_satisfied: 980, satisfied: 20 }) })),
    ).toEqual([]);
  });

  test('another level breaks the run; fewer than ten are none, and an unknown usual judges nobody', () => {
    const rare = usual({ satisfied: 1000 });
    const broken = run(20).map((one, i) => (i === 10 ? { ...one, level: 'neutral' as const } : one));
    expect(bearing('unbroken', marks(broken, { usual: rare }))).toHaveLength(10);
    expect(bearing('unbroken', marks(run(9), { usual: rare }))).toEqual([]);
    expect(bearing('unbroken', marks(run(40), { usual: usual({ satisfied: 29 }) }))).toEqual([]);
    expect(bearing('unbroken', marks(run(40), { usual: { ...rare, levels: new Map() } }))).toEqual([]);
  });
});

describe('S12: a response rate far from the unit’s own', () => {
  const day = (finished: number, counter = '1') =>
    Array.from({ length: finished }, (_, i) =>
      visit(`${counter}-${i}`, NINE + i * 5 * MINUTE, NINE + (i * 5 + 4) * MINUTE, {
        counter,
        finished: true,
      }),
    );
  const rated = (n: number, counter = '1') =>
    Array.from({ length: n }, (_, i) =>
      rating(`${counter}-${i}`, NINE + (i * 5 + 4.5) * MINUTE, { counter, ticket: `${counter}-${i}` }),
    );
  const usual: Usual = { levels: new Map(), rated: 400, finished: 1000 };

  test('marks the counter’s day, and no other counter', () => {
    const found = marks([...rated(38), ...rated(16, '2')], { visits: [...day(40), ...day(40, '2')], usual });
    expect(bearing('oddRate', found)).toEqual(
      rated(38)
        .map((one) => one.rating)
        .toSorted(),
    );
    expect(bearing('oddRate', marks(rated(2), { visits: day(40), usual }))).toHaveLength(2);
  });

  test('needs twenty visits, a hundred in the month before, twenty points and more than chance', () => {
    expect(bearing('oddRate', marks(rated(19), { visits: day(19), usual }))).toEqual([]);
    const young = { ...usual, rated: 39, finished: 99 };
    expect(bearing('oddRate', marks(rated(38), { visits: day(40), usual: young }))).toEqual([]);
    // 0.59 of 0.40: far beyond chance with 400 visits, and less than twenty points.
    expect(bearing('oddRate', marks(rated(236), { visits: day(400), usual }))).toEqual([]);
    // 0.65 of 0.40 with 20 visits: 2.3 standard deviations.
    expect(bearing('oddRate', marks(rated(13), { visits: day(20), usual }))).toEqual([]);
  });
});

describe('S13: outside the opening sessions', () => {
  const spans = [{ fromAt: NINE, toAt: NINE + 60 * MINUTE }];
  const at = (minutes: number, more: Partial<Rating> = {}) =>
    rating(`${minutes}`, NINE + minutes * MINUTE, { counter: null, ...more });

  test('is before, after and between them; where none are known nothing is', () => {
    expect(bearing('closed', marks([at(-1), at(0), at(59), at(60)], { spans }))).toEqual(['-1', '60']);
    expect(bearing('closed', marks([at(-1), at(60)]))).toEqual([]);
    expect(bearing('closed', marks([at(1)], { spans: [] }))).toEqual(['1']);
  });

  test('whoever was still served at closing, or wrote from home, is not', () => {
    const late = visit('t', NINE + 55 * MINUTE, NINE + 65 * MINUTE, { finished: true });
    const found = marks([at(70, { counter: '1', ticket: 't' }), at(76, { counter: '1', ticket: 't' })], {
      spans,
      visits: [late],
    });
    expect(bearing('closed', found)).toEqual(['76']);
    expect(
      bearing('closed', marks([at(300, { channel: 'qr' }), at(301, { channel: 'online' })], { spans })),
    ).toEqual([]);
  });
});

test('S3: marks of one rating stand in one order, and a rating with several is one marked rating', () => {
  const found = marks([rating('a', NINE - 1, { dossier: null })], {
    visits: [BUSY, visit('x', NINE - 200 * MINUTE, NINE - 1000, { finished: true, counter: '1' })].slice(1),
    spans: [],
  });
  expect(found).toEqual({ a: ['unlinked', 'tooSoon'] });
});
