import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officerFigures } from '../../lib/domain/officer/officer-figures.ts';
import { endedPeriods, hasEnded, officerPeriod } from '../../lib/domain/officer/officer-period.ts';
import { isTold, LEAST_CASES } from '../../lib/domain/officer/told.ts';
import { histogramOf, sumHistograms } from '../../lib/domain/wait-histogram.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import { lawRuns } from '../support/law-runs.ts';

const month = (n: number, seconds = 60) => ({
  ratings: Array.from({ length: n }, () => ({ level: 'satisfied' as const, reasons: ['listen', 'fee'] })),
  service: {
    seconds: n * seconds,
    bins: sumHistograms(Array.from({ length: n }, () => histogramOf(seconds))),
  },
});

/** Aligned spans of the months of a year: a quarter begins where quarters begin. */
const SPANS = [1, 3, 6, 12].flatMap((length) =>
  Array.from({ length: 12 / length }, (_, i) => ({ from: i * length, to: (i + 1) * length })),
);
type Span = (typeof SPANS)[number];
const inside = (a: Span, b: Span): boolean => a.from >= b.from && a.to <= b.to && a !== b;

describe('O4: a figure of a person stands on 30 cases', () => {
  it.each([
    [[29], false],
    [[30], true],
    [[30, 30, 30], true],
    // Two months are told, so the third would be a subtraction away.
    [[30, 30, 12], false],
    [[30, 20, 12], true],
    [[30, 30, 0], true],
    [[10, 10, 9], false],
  ])('months of %j cases: told %s', (months, told) => {
    expect(isTold(months)).toBe(told);
  });

  it('no subtraction of told figures from a told one leaves fewer than 30 cases, and not none', () => {
    const cases = fc.array(fc.oneof(fc.integer({ min: 0, max: 45 }), fc.constantFrom(0, 1, 29, 30)), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.boolean()), (months, coins) => {
        const count = ({ from, to }: Span): number =>
          months.slice(from, to).reduce((total, n) => total + n, 0);
        const told = SPANS.filter(({ from, to }) => isTold(months.slice(from, to)));
        for (const whole of told) {
          expect(count(whole)).toBeGreaterThanOrEqual(LEAST_CASES);
          // Any disjoint told spans inside it, chosen by chance.
          const taken: Span[] = [];
          for (const part of told)
            if (inside(part, whole) && coins.next().value && taken.every((one) => disjoint(one, part)))
              taken.push(part);
          const left = count(whole) - taken.reduce((total, part) => total + count(part), 0);
          expect(left === 0 || left >= LEAST_CASES, JSON.stringify({ months, whole, taken })).toBe(true);
        }
      }),
      { numRuns: lawRuns(2000) },
    );
  });
});

const disjoint = (a: Span, b: Span): boolean => a.to <= b.from || b.to <= a.from;

describe('O3: periods of a person', () => {
  it.each([
    ['2026-10', '2026-10-01', '2026-10-31', 1],
    ['2026-Q3', '2026-07-01', '2026-09-30', 3],
    ['2026-H2', '2026-07-01', '2026-12-31', 6],
    ['2024', '2024-01-01', '2024-12-31', 12],
  ])('%s is %s to %s', (name, from, to, months) => {
    const period = officerPeriod(name);
    expect([period?.from, period?.to, period?.months.length]).toEqual([from, to, months]);
  });

  it.each(['2026-10-01', '2026-W40', '2026-13', '2026-Q5', '2026-Q1,2026-Q2', '', '2026-9'])(
    '%j is none: nothing is shorter than a month',
    (name) => expect(officerPeriod(name)).toBeNull(),
  );

  it('every period that is offered has ended, and has its name back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const today = addDays('2020-01-01', days);
        const names = endedPeriods(today, 24);
        expect(names.length).toBe(24 + 8 + 4 + 2);
        for (const name of names) {
          const period = officerPeriod(name);
          expect(period && hasEnded(period, today), name).toBe(true);
        }
        expect(officerPeriod(today.slice(0, 7))).not.toBeNull();
        expect(hasEnded({ from: today, to: today }, today)).toBe(false);
      }),
      { numRuns: lawRuns(2000) },
    );
  });
});

describe('O5, O6: figures of an officer code', () => {
  it('n stands beside the share, conduct is counted and conditions are not', () => {
    expect(officerFigures([month(40)])).toMatchObject({
      ratings: {
        n: 40,
        satisfied: { n: 40, of: 40, share: 1 },
        points: [{ point: 'listen', praised: 40, lacking: 0 }],
      },
      service: { n: 40, meanSec: 60, p50Sec: 60, p90Sec: 60 },
    });
  });

  it('of fewer than 30 nothing is told, not even how many there were', () => {
    expect(officerFigures([month(29)])).toEqual({ ratings: null, service: null });
  });
});
