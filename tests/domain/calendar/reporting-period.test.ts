import { describe, expect, test } from 'vitest';
import {
  calendarMonths,
  type NamedPeriod,
  periodOf,
  periodsBetween,
  reportingMonths,
} from '../../../lib/domain/calendar/reporting-period.ts';
import { setReportingPeriods } from '../../../lib/domain/tree.ts';
import { smallTree } from '../../support/imported-lines.ts';

const span = (period: NamedPeriod | null | undefined): string =>
  period ? `${period.kind} ${period.n}/${period.year}: ${period.from} ${period.to}` : '—';

/** A city whose reports are cut on the 15th from a day on. */
function cityCutting(cutDay: number, effectiveFrom: string) {
  const tree = smallTree();
  setReportingPeriods(tree, { area: 'city', cutDay, effectiveFrom, source: 'Nghị định 09/2019/NĐ-CP' });
  return tree;
}

describe('C7: cut on the 15th, worked by hand from Nghị định 09/2019, Điều 12', () => {
  const months = reportingMonths(cityCutting(15, '2025-01-01'), 'w1');
  test.each([
    ['month', '2026-11-14', 'month 11/2026: 2026-10-15 2026-11-14'],
    ['month', '2026-11-15', 'month 12/2026: 2026-11-15 2026-12-14'],
    // The report of a year is cut in December; what comes after counts to the next.
    ['month', '2026-12-15', 'month 1/2027: 2026-12-15 2027-01-14'],
    ['month', '2028-02-29', 'month 3/2028: 2028-02-15 2028-03-14'],
    ['quarter', '2026-03-14', 'quarter 1/2026: 2025-12-15 2026-03-14'],
    ['quarter', '2026-03-15', 'quarter 2/2026: 2026-03-15 2026-06-14'],
    ['half', '2026-06-14', 'half 1/2026: 2025-12-15 2026-06-14'],
    ['half', '2026-06-15', 'half 2/2026: 2026-06-15 2026-12-14'],
    ['nineMonths', '2026-09-14', 'nineMonths 1/2026: 2025-12-15 2026-09-14'],
    ['nineMonths', '2026-09-15', '—'],
    ['nineMonths', '2026-12-15', 'nineMonths 1/2027: 2026-12-15 2027-09-14'],
    ['year', '2026-12-14', 'year 1/2026: 2025-12-15 2026-12-14'],
    ['year', '2026-12-15', 'year 1/2027: 2026-12-15 2027-12-14'],
  ] as const)('the %s of %s is %s', (kind, day, expected) => {
    expect(span(periodOf(months, kind, day))).toBe(expected);
  });
});

test('C7: where nobody has set a cut day, periods are those of the calendar', () => {
  const none = reportingMonths(smallTree(), 'w1');
  for (const months of [none, calendarMonths]) {
    expect(span(periodOf(months, 'month', '2028-02-29'))).toBe('month 2/2028: 2028-02-01 2028-02-29');
    expect(span(periodOf(months, 'half', '2026-07-01'))).toBe('half 2/2026: 2026-07-01 2026-12-31');
    expect(span(periodOf(months, 'nineMonths', '2026-10-01'))).toBe('—');
  }
});

test('C7: a cut day that takes effect on 1 January shortens that January and leaves December as it was', () => {
  const months = reportingMonths(cityCutting(15, '2027-01-01'), 'w1');
  expect(periodsBetween(months, 'month', { from: '2026-12-31', to: '2027-02-01' }).map(span)).toEqual([
    'month 12/2026: 2026-12-01 2026-12-31',
    'month 1/2027: 2027-01-01 2027-01-14',
    'month 2/2027: 2027-01-15 2027-02-14',
  ]);
  // From 15 December on, the year that begins then is whole, and the one before is cut.
  const early = reportingMonths(cityCutting(15, '2026-12-15'), 'w1');
  expect(span(periodOf(early, 'year', '2026-12-14'))).toBe('year 1/2026: 2026-01-01 2026-12-14');
  expect(span(periodOf(early, 'year', '2026-12-15'))).toBe('year 1/2027: 2026-12-15 2027-12-14');
});

test('C7: a ward cuts on its own day from the day it says, and as its city before', () => {
  const tree = cityCutting(15, '2025-01-01');
  setReportingPeriods(tree, { area: 'w1', cutDay: 1, effectiveFrom: '2026-07-01', source: 'QĐ' });
  const months = reportingMonths(tree, 'w1');
  expect(span(periodOf(months, 'month', '2026-05-20'))).toBe('month 6/2026: 2026-05-15 2026-06-14');
  expect(span(periodOf(months, 'month', '2026-06-20'))).toBe('month 7/2026: 2026-06-15 2026-07-31');
  expect(span(periodOf(months, 'month', '2026-08-01'))).toBe('month 8/2026: 2026-08-01 2026-08-31');
  expect(span(periodOf(reportingMonths(tree, 'w2'), 'month', '2026-08-01'))).toBe(
    'month 8/2026: 2026-07-15 2026-08-14',
  );
});

test('C7: a list of nine-month periods leaves out what lies after them', () => {
  const list = periodsBetween(calendarMonths, 'nineMonths', { from: '2025-11-01', to: '2027-01-01' });
  expect(list.map(span)).toEqual([
    'nineMonths 1/2026: 2026-01-01 2026-09-30',
    'nineMonths 1/2027: 2027-01-01 2027-09-30',
  ]);
});
