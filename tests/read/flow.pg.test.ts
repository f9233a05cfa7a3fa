import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bucket, Period } from '../../lib/domain/period.ts';
import { bucketsBetween } from '../../lib/domain/period.ts';
import { busy } from '../../server/read/busy.ts';
import { flow } from '../../server/read/flow.ts';
import { openReadCity, type ReadCity, type Told } from '../support/read-city.ts';

const FRIDAY = '2026-11-20';
const MONDAY = '2026-11-23';
let city: ReadCity;

const visit = (unit: string, day: string, ticket: string, from: string, to: string): Told[] => [
  [unit, day, from, 'ticket.issued', { ticket, number: ticket, service: 'civil' }],
  [unit, day, from, 'ticket.called', { ticket, counter: '1' }],
  [unit, day, to, 'ticket.finished', { ticket, outcome: 'received' }],
];

beforeAll(async () => {
  city = await openReadCity();
  city.setNow(`${MONDAY}T09:10:00+07:00`);
  await city.tell(
    ...visit('a', FRIDAY, 'f1', '08:05:00', '08:40:00'),
    ...visit('a', FRIDAY, 'f2', '08:50:00', '08:59:00'),
    ...visit('a', MONDAY, 'm1', '08:05:00', '09:05:00'),
    ...visit('b', MONDAY, 'm2', '08:20:00', '08:25:00'),
  );
});
afterAll(() => city.close());

const flowOf = async (area: string, period: Period, bucket: Bucket) =>
  (
    await flow(city.context, area, {
      period,
      bucket,
      buckets: bucketsBetween(period, bucket, 2000) ?? [],
      service: null,
    })
  ).series;

test('Q1: who came stands where the wait began, who was served where that ended, and nothing is said of what has not begun', async () => {
  const series = await flowOf('city', { from: MONDAY, to: MONDAY }, 'half_hour');
  expect(series).toHaveLength(48);
  expect(series.slice(16, 20)).toEqual([
    { bucket: `${MONDAY}T08:00`, arrived: 2, finished: 1 },
    { bucket: `${MONDAY}T08:30`, arrived: 0, finished: 0 },
    { bucket: `${MONDAY}T09:00`, arrived: 0, finished: 1 },
    { bucket: `${MONDAY}T09:30`, arrived: null, finished: null },
  ]);
});

test('Q1: by days and by units the same sums', async () => {
  const week = { from: FRIDAY, to: '2026-11-24' };
  const none = { arrived: 0, finished: 0 };
  expect(await flowOf('city', week, 'day')).toEqual([
    { bucket: FRIDAY, arrived: 2, finished: 2 },
    { bucket: '2026-11-21', ...none },
    { bucket: '2026-11-22', ...none },
    { bucket: MONDAY, arrived: 2, finished: 2 },
    { bucket: '2026-11-24', arrived: null, finished: null },
  ]);
  expect((await flowOf('b', week, 'day')).map(({ arrived }) => arrived)).toEqual([0, 0, 0, 1, null]);
  // Of a unit without a queue it cannot be told.
  expect((await flowOf('c', week, 'day'))[0]).toEqual({ bucket: FRIDAY, arrived: null, finished: null });
});

test('V4: an hour is the mean of the days of its weekday that had anybody', async () => {
  const period = { from: '2026-11-16', to: MONDAY };
  expect(await busy(city.context, 'city', period, bucketsBetween(period, 'hour', 2000) ?? [])).toEqual({
    ...period,
    days: { 1: 1, 5: 1 },
    means: { 1: { 8: 2 }, 5: { 8: 2 } },
  });
});
