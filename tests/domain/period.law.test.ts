import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUCKETS, bucketOf, bucketsBetween, coarsest, type Period } from '../../lib/domain/period.ts';
import { addDays, monthOf } from '../../lib/domain/zoned-time.ts';
import { lawRuns } from '../support/law-runs.ts';

const days = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n));
const periods = fc
  .tuple(days, fc.integer({ min: 0, max: 150 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));

function daysOf({ from, to }: Period): string[] {
  const list: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) list.push(day);
  return list;
}

test('P2: months and days together cover a period exactly, and no month is read that has not ended', () => {
  fc.assert(
    fc.property(periods, days, (period, today) => {
      const { months, days: parts } = coarsest(period, today);
      const covered = [...(months ? [months] : []), ...parts].flatMap(daysOf);
      expect(covered.sort()).toEqual(daysOf(period));
      if (months) {
        expect(months.from).toBe(monthOf(months.from));
        expect(addDays(months.to, 1)).toBe(monthOf(addDays(months.to, 1)));
        expect(months.to < monthOf(today)).toBe(true);
      }
      // Nothing is left to days that a whole ended month could have told.
      const whole = daysOf(period).filter(
        (day) => day === monthOf(day) && addDays(monthOf(addDays(day, 31)), -1) <= period.to,
      );
      const ended = whole.filter((day) => day < monthOf(today));
      expect(months ? daysOf(months).filter((day) => day === monthOf(day)) : []).toEqual(ended);
    }),
    { numRuns: lawRuns(2_000) },
  );
});

test('P1: every moment of a period falls into exactly one of its buckets, and buckets are in order', () => {
  fc.assert(
    fc.property(
      periods,
      fc.constantFrom(...BUCKETS),
      fc.integer({ min: 0, max: 47 }),
      (period, bucket, halfHour) => {
        const buckets = bucketsBetween(period, bucket, 100_000) ?? [];
        expect(buckets).toEqual([...new Set(buckets)].sort());
        const names = new Set(buckets);
        expect(daysOf(period).every((day) => names.has(bucketOf(bucket, day, halfHour)))).toBe(true);
      },
    ),
    { numRuns: lawRuns(100) },
  );
});

test.each([
  ['half_hour', '2026-11-23', 19, '2026-11-23T09:30'],
  ['hour', '2026-11-23', 19, '2026-11-23T09:00'],
  ['day', '2026-11-23', 19, '2026-11-23'],
  ['week', '2026-11-22', 0, '2026-11-16'],
  ['month', '2026-11-23', 0, '2026-11-01'],
  ['quarter', '2026-12-31', 0, '2026-10-01'],
  ['quarter', '2026-03-31', 0, '2026-01-01'],
  ['year', '2026-11-23', 0, '2026-01-01'],
] as const)('P1: the %s of %s, half hour %i, is %s', (bucket, day, halfHour, name) => {
  expect(bucketOf(bucket, day, halfHour)).toBe(name);
});

test('a history of more buckets than allowed has none', () => {
  expect(bucketsBetween({ from: '2026-01-01', to: '2026-12-31' }, 'day', 364)).toBeNull();
  expect(bucketsBetween({ from: '2026-01-01', to: '2026-12-31' }, 'day', 365)).toHaveLength(365);
});
