import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KpisQuestion, kpis } from '../../server/read/kpis.ts';
import { openReadCity, type ReadCity, type Told } from '../support/read-city.ts';

const monday = '2026-11-23';
const friday = '2026-11-20';
let city: ReadCity;

/** Issued, and if given called and finished, at counter 1. */
const visit = (
  unit: string,
  day: string,
  ticket: string,
  issued: string,
  called?: string,
  finished?: string,
  counter = '1',
): Told[] => [
  [unit, day, issued, 'ticket.issued', { ticket, number: ticket, service: 'civil' }],
  ...(called ? [[unit, day, called, 'ticket.called', { ticket, counter }] satisfies Told] : []),
  ...(finished
    ? [[unit, day, finished, 'ticket.finished', { ticket, outcome: 'received' }] satisfies Told]
    : []),
];

beforeAll(async () => {
  city = await openReadCity();
  city.setNow('2026-11-20T18:00:00+07:00');
  await city.tell(
    ...visit('a', friday, 'f1', '08:00:00', '08:05:00', '08:15:00'),
    ...visit('a', friday, 'f2', '08:10:00', '08:30:00', '08:30:05'),
    ...visit('b', friday, 'f3', '09:00:00', '09:01:00'),
    ...visit('b', friday, 'f4', '09:00:00'),
    ['b', friday, '09:20:00', 'ticket.issued', { ticket: 'f5', number: 'f5', service: 'land' }],
    ['b', friday, '09:40:00', 'ticket.left', { ticket: 'f5' }],
    [
      'a',
      friday,
      '08:16:00',
      'rating.given',
      { rating: 'r1', level: 'very_satisfied', ticket: 'f1', counter: '1' },
    ],
    [
      'a',
      friday,
      '08:17:00',
      'rating.given',
      { rating: 'r2', level: 'dissatisfied', ticket: 'f1', counter: '1' },
    ],
    ['c', friday, '08:17:00', 'rating.given', { rating: 'r3', level: 'neutral' }],
  );
  city.setNow('2026-11-23T10:00:00+07:00');
  await city.tell(
    ...visit('a', monday, 'm1', '09:00:00', '09:10:00', '09:20:00'),
    ...visit('a', monday, 'm2', '09:30:00'),
    ...visit('a', monday, 'm3', '09:58:00'),
    ...visit('a', monday, 'm4', '08:00:00', '08:01:00', '08:20:00', '2'),
  );
});
afterAll(() => city.close());

const ask = (area: string, more: Partial<KpisQuestion> = {}) =>
  kpis(city.context, area, {
    period: { from: friday, to: monday },
    service: null,
    counter: null,
    within: [300, 900, 1800],
    asOf: null,
    knownAt: null,
    rule: 'own',
    procedure: null,
    handler: null,
    ...more,
  });

test('Q1–Q3: a period counts tickets by service day, and open ones of ended days as unserved or suspect', async () => {
  const { tickets } = await ask('city');
  expect(tickets).toMatchObject({
    issued: 9,
    called: 5,
    finished: 4,
    noShow: 0,
    left: 1,
    waiting: 2,
    unserved: 1,
    pending: 0,
    leftWithNothing: 0,
    // Five seconds of service, and a call that nobody ended.
    suspect: 2,
    wait: { n: 5, meanSec: (300 + 1200 + 60 + 600 + 60) / 5, maxSec: 1200, p50Sec: 300 },
    service: { n: 3, meanSec: (600 + 600 + 1140) / 3 },
  });
});

test('Q5: who left late, was never called or waits longer now is a miss', async () => {
  const { tickets } = await ask('city');
  // f5 left after 20 min, f4 was never called, m2 waits 30 min exactly, m3 two minutes.
  expect(tickets?.wait.within).toMatchObject({
    300: { n: 3, of: 8 },
    900: { n: 4, of: 8 },
    1800: { n: 5, of: 6 },
  });
});

test('S3–S5: a second rating counts and is marked, a neutral one is in the denominator', async () => {
  const { ratings } = await ask('city');
  expect(ratings).toMatchObject({
    n: 3,
    satisfied: { n: 1, of: 3 },
    responseRate: { n: 2, of: 4 },
    byLevel: { very_satisfied: 1, satisfied: 0, neutral: 1, dissatisfied: 1, very_dissatisfied: 0 },
    marked: { n: 2, byReason: { unlinked: 1, second: 1 }, satisfiedWithout: { n: 1, of: 1 } },
  });
});

test('the city is the sum of its units, never the mean of their percentages', async () => {
  const parts = await Promise.all(['a', 'b'].map((ward) => ask(ward)));
  const { tickets } = await ask('city');
  for (const seconds of [300, 900, 1800]) {
    const shares = parts.map((part) => part.tickets?.wait.within[seconds]);
    expect(tickets?.wait.within[seconds]?.of).toBe(shares.reduce((sum, share) => sum + (share?.of ?? 0), 0));
    expect(tickets?.wait.within[seconds]?.n).toBe(shares.reduce((sum, share) => sum + (share?.n ?? 0), 0));
  }
});

test('a unit without a queue has no ticket measures, never zeros', async () => {
  const answer = await ask('c');
  expect(answer.tickets).toBeNull();
  expect(answer.ratings.n).toBe(1);
  expect(answer.dossiers.onTimeOfSettled.share).toBeNull();
});

test('one service, one counter', async () => {
  expect((await ask('city', { service: 'land' })).tickets).toMatchObject({ issued: 1, left: 1, called: 0 });
  expect((await ask('a', { counter: '2' })).tickets).toMatchObject({
    issued: 1,
    called: 1,
    waiting: 0,
    wait: { maxSec: 60 },
  });
  const one = await ask('a', { counter: '1' });
  expect(one.tickets).toMatchObject({ issued: 3, called: 3, suspect: 1, service: { n: 2 } });
  expect(one.ratings.n).toBe(2);
});

test('Q6: asOf changes who waits and nothing that belongs to the period', async () => {
  const at = Date.parse('2026-11-23T09:05:00+07:00');
  const [now, then] = [await ask('city'), await ask('city', { asOf: at })];
  expect(then.tickets?.waiting).toBe(1);
  expect({ ...then.tickets, waiting: null, wait: null }).toEqual({
    ...now.tickets,
    waiting: null,
    wait: null,
  });
  // m1 has waited five minutes then: of (called 5, left late 1, f4) it adds one only below 300 s.
  expect(then.tickets?.wait.within).toMatchObject({ 300: { of: 7 } });
  const later = await ask('city', { asOf: at + 1000 });
  expect(later.tickets?.wait.within).toMatchObject({ 300: { of: 8 } });
});

test('Q6: knownAt reads what the server had received, and agrees with the rollups when that is everything', async () => {
  const before = await ask('city', { knownAt: Date.parse('2026-11-20T18:00:01+07:00') });
  expect(before.tickets).toMatchObject({
    issued: 5,
    called: 3,
    finished: 2,
    left: 1,
    unserved: 0,
    waiting: 1,
  });
  expect(before.ratings.n).toBe(3);
  const all = await ask('city', { knownAt: Date.parse('2026-11-23T10:00:00+07:00') });
  expect(all).toEqual(await ask('city'));
  expect((await ask('city', { knownAt: 0 })).tickets).toMatchObject({ issued: 0, pending: 0 });
});

test('P2: months, days and both together read the same', async () => {
  city.setNow('2027-02-10T10:00:00+07:00');
  const [month, days, across] = [
    await ask('city', { period: { from: '2026-11-01', to: '2026-11-30' } }),
    await ask('city', { period: { from: friday, to: monday } }),
    await ask('city', { period: { from: '2026-10-15', to: '2027-02-10' } }),
  ];
  expect(month.tickets).toMatchObject({ issued: 9, unserved: 3, suspect: 2 });
  expect({ ...month, from: '', to: '' }).toEqual({ ...days, from: '', to: '' });
  expect({ ...across, from: '', to: '' }).toEqual({ ...days, from: '', to: '' });
  city.setNow('2026-11-23T10:00:00+07:00');
});
