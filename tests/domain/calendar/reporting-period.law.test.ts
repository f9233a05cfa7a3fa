import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarMonths,
  type MonthStart,
  PERIOD_KINDS,
  periodOf,
  periodsBetween,
  reportingMonths,
} from '../../../lib/domain/calendar/reporting-period.ts';
import { setReportingPeriods } from '../../../lib/domain/tree.ts';
import { addDays } from '../../../lib/domain/zoned-time.ts';
import { smallTree } from '../../support/imported-lines.ts';
import { lawRuns } from '../../support/law-runs.ts';

/** A day from 2023 to 2029, leap days and turns of the year among them. */
const days = fc.integer({ min: 0, max: 7 * 365 }).map((n) => addDays('2023-01-01', n));

/** Any cut days from any days on, of a city and of a ward below it. */
const cuts = fc.array(
  fc.record({
    area: fc.constantFrom('city', 'w1'),
    cutDay: fc.integer({ min: 1, max: 28 }),
    effectiveFrom: days,
    source: fc.constant('QĐ'),
  }),
  { maxLength: 6 },
);
const starts: fc.Arbitrary<MonthStart> = cuts.map((list) => {
  const tree = smallTree();
  for (const cut of list) setReportingPeriods(tree, cut);
  return list.length === 0 ? calendarMonths : reportingMonths(tree, 'w1');
});
const tiling = PERIOD_KINDS.filter((kind) => kind !== 'nineMonths');

test('C7: each day is in exactly one period of each kind, and the next period begins on the day after its end', () => {
  fc.assert(
    fc.property(starts, fc.constantFrom(...tiling), days, (months, kind, day) => {
      const period = periodOf(months, kind, day);
      if (!period) throw new Error('every day has a period of this kind');
      expect(period.from <= day && day <= period.to).toBe(true);
      for (const other of [period.from, period.to]) expect(periodOf(months, kind, other)).toEqual(period);
      const next = periodOf(months, kind, addDays(period.to, 1));
      expect(next?.from).toBe(addDays(period.to, 1));
      expect(periodOf(months, kind, addDays(period.from, -1))?.to).toBe(addDays(period.from, -1));
    }),
    { numRuns: lawRuns(2000) },
  );
});

test('C7: the list of periods of a span tiles it: no gap, no overlap, nothing it does not touch', () => {
  fc.assert(
    fc.property(
      starts,
      fc.constantFrom(...tiling),
      days,
      fc.integer({ min: 0, max: 900 }),
      (months, kind, from, n) => {
        const to = addDays(from, n);
        const list = periodsBetween(months, kind, { from, to });
        expect(list[0]).toEqual(periodOf(months, kind, from));
        expect(list.at(-1)).toEqual(periodOf(months, kind, to));
        for (const [i, period] of list.entries()) {
          if (i > 0) expect(period.from).toBe(addDays(list[i - 1]?.to ?? '', 1));
          expect(period.from <= period.to).toBe(true);
        }
      },
    ),
    { numRuns: lawRuns(2000) },
  );
});

test('C7: quarters, halves, nine months and years begin and end with months of theirs', () => {
  fc.assert(
    fc.property(starts, fc.constantFrom(...PERIOD_KINDS), days, (months, kind, day) => {
      const period = periodOf(months, kind, day);
      if (!period) {
        expect(kind).toBe('nineMonths');
        expect(periodOf(months, 'quarter', day)?.n).toBe(4);
        return;
      }
      const inside = periodsBetween(months, 'month', period);
      expect(inside).toHaveLength({ month: 1, quarter: 3, half: 6, nineMonths: 9, year: 12 }[kind]);
      expect([inside[0]?.from, inside.at(-1)?.to]).toEqual([period.from, period.to]);
      expect(new Set(inside.map(({ year }) => year))).toEqual(new Set([period.year]));
    }),
    { numRuns: lawRuns(2000) },
  );
});

test('C7: a new cut day moves no period that ended before it takes effect', () => {
  fc.assert(
    fc.property(cuts, days, fc.integer({ min: 1, max: 28 }), days, (list, effectiveFrom, cutDay, day) => {
      const tree = smallTree();
      for (const cut of list) setReportingPeriods(tree, cut);
      const before = periodOf(reportingMonths(tree, 'w1'), 'month', day);
      fc.pre(!list.some((cut) => cut.area === 'w1' && cut.effectiveFrom === effectiveFrom));
      setReportingPeriods(tree, { area: 'w1', cutDay, effectiveFrom, source: 'QĐ' });
      if (before && addDays(before.to, 1) < effectiveFrom)
        expect(periodOf(reportingMonths(tree, 'w1'), 'month', day)).toEqual(before);
    }),
    { numRuns: lawRuns(2000) },
  );
});
