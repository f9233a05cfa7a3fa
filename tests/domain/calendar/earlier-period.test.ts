import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHOSEN_PERIODS,
  type ChosenPeriod,
  chosenPeriod,
  earlierPeriods,
} from '../../../lib/domain/calendar/earlier-period.ts';
import { calendarMonths, type MonthStart } from '../../../lib/domain/calendar/reporting-period.ts';
import { addDays } from '../../../lib/domain/zoned-time.ts';

const LONG_AFTER = '2030-01-01';
const short = ({ from, to }: { from: string; to: string }): string => `${from}…${to}`;

function around(kind: ChosenPeriod, day: string, today = LONG_AFTER, starts: MonthStart = calendarMonths) {
  const period = chosenPeriod(starts, kind, day);
  if (!period) throw new Error('no such period');
  const { previous, lastYear } = earlierPeriods(starts, kind, period, today);
  return [short(period), short(previous), short(lastYear)];
}

test.each([
  ['day', '2026-11-25', '2026-11-25…2026-11-25', '2026-11-24…2026-11-24', '2025-11-25…2025-11-25'],
  ['day', '2028-02-29', '2028-02-29…2028-02-29', '2028-02-28…2028-02-28', '2027-02-28…2027-02-28'],
  ['week', '2026-11-25', '2026-11-23…2026-11-29', '2026-11-16…2026-11-22', '2025-11-24…2025-11-30'],
  ['month', '2026-03-31', '2026-03-01…2026-03-31', '2026-02-01…2026-02-28', '2025-03-01…2025-03-31'],
  ['quarter', '2026-01-15', '2026-01-01…2026-03-31', '2025-10-01…2025-12-31', '2025-01-01…2025-03-31'],
  ['half', '2026-11-25', '2026-07-01…2026-12-31', '2026-01-01…2026-06-30', '2025-07-01…2025-12-31'],
  ['nineMonths', '2026-09-30', '2026-01-01…2026-09-30', '2025-01-01…2025-09-30', '2025-01-01…2025-09-30'],
  ['year', '2026-11-25', '2026-01-01…2026-12-31', '2025-01-01…2025-12-31', '2025-01-01…2025-12-31'],
] as const)('P3: the %s of %s, the one before, and that of the year before', (kind, day, ...expected) => {
  expect(around(kind, day)).toEqual(expected);
});

test('P3: after its nine months a year has no such period', () => {
  expect(chosenPeriod(calendarMonths, 'nineMonths', '2026-10-01')).toBeNull();
});

test('P3, C7: months of reports are compared with months of reports', () => {
  // Cut on the 15th, as reports of many offices are.
  const cut: MonthStart = (month) => `${calendarMonths(month - 1).slice(0, 8)}15`;
  expect(around('month', '2026-11-20', LONG_AFTER, cut)).toEqual([
    '2026-11-15…2026-12-14',
    '2026-10-15…2026-11-14',
    '2025-11-15…2025-12-14',
  ]);
});

test('P4: a running month is compared with as many days of the earlier one as have begun', () => {
  expect(around('month', '2026-11-25', '2026-11-25')).toEqual([
    '2026-11-01…2026-11-30',
    '2026-10-01…2026-10-25',
    '2025-11-01…2025-11-25',
  ]);
  // 30 days of March have begun, February has no more than 28.
  expect(around('month', '2026-03-30', '2026-03-30')[1]).toBe('2026-02-01…2026-02-28');
});

test('P3: own days are compared with as many just before, and with the same dates a year before', () => {
  const own = { from: '2026-11-10', to: '2026-11-19' };
  const { previous, lastYear } = earlierPeriods(calendarMonths, null, own, LONG_AFTER);
  expect([short(previous), short(lastYear)]).toEqual(['2026-10-31…2026-11-09', '2025-11-10…2025-11-19']);
});

test('P3: earlier periods end before the period begins, whatever it is', () => {
  const days = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2010-01-01', n));
  fc.assert(
    fc.property(fc.constantFrom(...CHOSEN_PERIODS), days, days, (kind, day, today) => {
      const period = chosenPeriod(calendarMonths, kind, day);
      if (!period) {
        expect(kind).toBe('nineMonths');
        return;
      }
      expect(period.from <= day && day <= period.to).toBe(true);
      const { previous, lastYear } = earlierPeriods(calendarMonths, kind, period, today);
      for (const earlier of [previous, lastYear])
        expect(earlier.from <= earlier.to && earlier.to < period.from).toBe(true);
    }),
    { numRuns: 500 },
  );
});
