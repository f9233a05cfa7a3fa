import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Opening } from '../../lib/domain/calendar/working-time.ts';
import type { SeldomKind } from '../../lib/domain/silence.ts';
import { startUsualGaps } from '../../server/jobs/usual-gaps.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { seldomGaps } from '../../server/read/seldom-gaps.ts';
import { momentAt } from '../../server/replay/past.ts';
import { pastMemory } from '../../server/replay/past-memory.ts';
import { openReadCity, type ReadCity, type Told } from '../support/read-city.ts';

const MINUTE = 60_000;
const ZONE = 'Asia/Ho_Chi_Minh';
const DAYS = ['16', '17', '18', '19', '20'].map((day) => `2026-11-${day}`);
const SESSIONS = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];

let city: ReadCity;
beforeAll(async () => {
  city = await openReadCity();
  const rated = DAYS.flatMap((day) =>
    // Ten ratings of a morning, minute by minute, and one shortly before closing.
    [...Array.from({ length: 10 }, (_, n) => `08:${10 + n}:00`), '16:30:00'].map(
      (time): Told => ['a', day, time, 'rating.given', { rating: `${day}/${time}`, level: 'satisfied' }],
    ),
  );
  const bundled = DAYS.flatMap((day) =>
    Array.from({ length: 12 }, (_, n): Told => {
      const data = { dossier: `${day}/${n}`, procedure: 'p' };
      return ['a', day, `18:0${n % 10}:00`, 'dossier.submitted', data];
    }),
  );
  await city.tell(...rated, ...bundled);
});
afterAll(() => city.close());

const opening: Opening = {
  zone: ZONE,
  spansOf: (day) =>
    DAYS.includes(day)
      ? SESSIONS.map(({ from, to }) => ({
          fromAt: Date.parse(`${day}T${from}:00+07:00`),
          toAt: Date.parse(`${day}T${to}:00+07:00`),
        }))
      : [],
};

async function minutes(kind: SeldomKind, own: Opening): Promise<[string, number][]> {
  const units = ['a', 'b'].map((code) => ({ code, opening: own }));
  const gaps = await seldomGaps(city.context.pool, kind, units, city.context.now());
  return [...gaps].map(([unit, ms]) => [unit, ms / MINUTE]);
}

test('G13: gaps are of opening time, and a third of what is longest nearly every day is the least', async () => {
  // Nine of ten gaps are no longer than 70 minutes (over a night), but each day has one of 371.
  expect(await minutes('ratings', opening)).toEqual([['a', 371 / 3]]);
});

test('G13: what comes in a bundle is one sign, and a few of those are no pattern', async () => {
  expect(await minutes('dossiers', opening)).toEqual([]);
});

test('G13: where no sessions are known the clock counts, nights included', async () => {
  expect(await minutes('ratings', { zone: ZONE, spansOf: () => [] })).toEqual([['a', 491]]);
});

test('G5, G13: every kind is kept with its day, so that who looks back judges as it was judged', async () => {
  await city.core.door.define(
    [
      {
        type: 'sessions.set',
        data: {
          area: 'city',
          scope: 'week',
          fromDay: '2026-11-16',
          spans: [1, 2, 3, 4, 5].flatMap((weekday) => SESSIONS.map((span) => ({ weekday, ...span }))),
        },
      },
    ],
    OPERATOR,
  );
  await startUsualGaps(city.core, async () => {}).stop();
  const { usualGaps, tree } = city.core.memory;
  expect(usualGaps.get('a')).toEqual({ ratings: (371 / 3) * MINUTE });
  const query = async (text: string, values: readonly unknown[]) =>
    (await city.core.database.pool.query(text, [...values])).rows;
  const moment = momentAt('then', city.context.now(), city.core.memory.head.seq);
  const past = await pastMemory(query, tree, 'city', moment);
  expect(past.memory.usualGaps.get('a')).toEqual(usualGaps.get('a'));
});
