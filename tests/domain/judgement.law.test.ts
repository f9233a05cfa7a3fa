import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../../lib/domain/judgement.ts';
import { wilson } from '../../lib/domain/wilson.ts';
import { lawRuns } from '../support/law-runs.ts';

/** A target as people write it: up to four decimals, as a fraction of whole numbers. */
const targets = fc.integer({ min: 1, max: 10_000 });
const counts = fc
  .integer({ min: 1, max: 2_000_000_000 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
/** Counts on the very edge of a target, where a rounding error would show. */
const edges = fc
  .tuple(targets, fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: -1, max: 1 }))
  .map(([target, hundreds, off]) => ({
    target,
    of: hundreds * 10_000,
    n: Math.min(hundreds * 10_000, hundreds * target + off),
  }));

test('G7: the result is exact: as whole numbers compare, whatever the size', () => {
  const check = (n: number, of: number, target: number): void => {
    const met = BigInt(n) * 10_000n >= BigInt(target) * BigInt(of);
    const judged = judge(n, of, target / 10_000);
    expect(judged.result).toBe(met ? 'met' : 'notMet');
    if (judged.short !== null) {
      // With so many more hits it is met, with one fewer it is not.
      expect(BigInt(n + judged.short) * 10_000n >= BigInt(target) * BigInt(of)).toBe(true);
      expect(BigInt(n + judged.short - 1) * 10_000n >= BigInt(target) * BigInt(of)).toBe(false);
    }
    if (judged.spare !== null) {
      expect(BigInt(n) * 10_000n >= BigInt(target) * BigInt(of + judged.spare)).toBe(true);
      expect(BigInt(n) * 10_000n >= BigInt(target) * BigInt(of + judged.spare + 1)).toBe(false);
    }
  };
  fc.assert(
    fc.property(counts, targets, ([n, of], target) => check(n, of, target)),
    { numRuns: lawRuns(2_000) },
  );
  fc.assert(
    fc.property(edges, ({ n, of, target }) => check(Math.max(0, n), of, target)),
    { numRuns: lawRuns(2_000) },
  );
});

test('G8: the signal is clear exactly where the interval lies on one side of the target', () => {
  fc.assert(
    fc.property(counts, targets, ([n, of], tenThousandths) => {
      const target = tenThousandths / 10_000;
      const { low, high } = wilson(n, of);
      expect(judge(n, of, target).signal).toBe(low >= target || high < target ? 'clear' : 'withinNoise');
    }),
    { numRuns: lawRuns(2_000) },
  );
});
