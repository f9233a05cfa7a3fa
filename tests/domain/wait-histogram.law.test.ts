import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  binOf,
  countAtMost,
  countOf,
  type Histogram,
  histogramOf,
  mergeHistograms,
  percentile,
  sumHistograms,
  upperOf,
} from '../../lib/domain/wait-histogram.ts';
import { withinParameter } from '../../lib/domain/within-parameter.ts';
import { lawRuns } from '../support/law-runs.ts';

const thresholds = [
  ...Array.from({ length: 120 }, (_, i) => (i + 1) * 30),
  ...Array.from({ length: 48 }, (_, i) => (i + 1) * 300),
];
const seconds = fc.oneof(
  fc.integer({ min: 0, max: 600 }),
  fc.integer({ min: 0, max: 20_000 }),
  fc.integer({ min: 0, max: 2_000_000 }),
);
const lengths = fc.array(seconds, { maxLength: 200 });
const of = (list: readonly number[]): Histogram =>
  list.reduce<Histogram>((sum, length) => mergeHistograms(sum, histogramOf(length)), []);

test('H1: counts at every threshold that the API takes are exact', () => {
  expect(thresholds.every((threshold) => withinParameter(String(threshold)) !== null)).toBe(true);
  expect(thresholds.every((threshold) => upperOf(binOf(threshold)) === threshold)).toBe(true);
  fc.assert(
    fc.property(lengths, fc.constantFrom(...thresholds), (list, threshold) => {
      expect(countAtMost(of(list), threshold)).toBe(list.filter((length) => length <= threshold).length);
    }),
    { numRuns: lawRuns(2_000) },
  );
});

test('H2: a nearest-rank percentile is exact within 1 s or 2 %, whichever is larger, and never below it', () => {
  fc.assert(
    fc.property(
      fc.array(seconds, { minLength: 1, maxLength: 200 }),
      fc.constantFrom(0.5, 0.9, 0.95, 1),
      (list, share) => {
        const exact = list.toSorted((a, b) => a - b)[Math.ceil(list.length * share) - 1] ?? Number.NaN;
        const found = percentile(of(list), share, Math.max(...list)) ?? Number.NaN;
        expect(found).toBeGreaterThanOrEqual(exact);
        expect(found - exact).toBeLessThanOrEqual(Math.max(1, exact * 0.02));
      },
    ),
    { numRuns: lawRuns(2_000) },
  );
});

test('R2: histograms merge in any order, and what was added can be taken away', () => {
  fc.assert(
    fc.property(lengths, lengths, lengths, (a, b, c) => {
      const whole = of([...a, ...b, ...c]);
      expect(mergeHistograms(of(c), mergeHistograms(of(b), of(a)))).toEqual(whole);
      expect(mergeHistograms(whole, of(b), -1)).toEqual(of([...a, ...c]));
      expect(sumHistograms([of(a), of(b), of(c)])).toEqual(whole);
      expect(sumHistograms([whole, mergeHistograms([], of(b), -1)])).toEqual(of([...a, ...c]));
      expect(countOf(whole)).toBe(a.length + b.length + c.length);
    }),
    { numRuns: lawRuns(2_000) },
  );
});
