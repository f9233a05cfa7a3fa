import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FUNNEL_Z, funnelLimits } from '../../lib/domain/funnel.ts';
import { judge } from '../../lib/domain/judgement.ts';
import { lawRuns } from '../support/law-runs.ts';

const counted = fc
  .record({ of: fc.integer({ min: 1, max: 5_000 }), missed: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ of, missed }) => ({ n: of - Math.floor(of * missed * missed), of }));
const target = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100);

test('a unit lies below the 95 % limit exactly where its miss of the target is clear', () => {
  let clear = 0;
  fc.assert(
    fc.property(counted, target, ({ n, of }, aim) => {
      const { low } = funnelLimits(aim, of, FUNNEL_Z.p95);
      // On the limit itself rounding decides; no count of people lies that near by more than chance.
      fc.pre(Math.abs(n / of - low) > 1e-9);
      const { result, signal } = judge(n, of, aim);
      const clearMiss = result === 'notMet' && signal === 'clear';
      if (clearMiss) clear += 1;
      expect(n / of < low).toBe(clearMiss);
    }),
    { numRuns: lawRuns(2_000) },
  );
  expect(clear).toBeGreaterThan(100);
});

test('the 99.8 % limits enclose the 95 % limits, and both close in on the target as cases grow', () => {
  fc.assert(
    fc.property(target, fc.integer({ min: 1, max: 100_000 }), (aim, of) => {
      const near = funnelLimits(aim, of, FUNNEL_Z.p95);
      const far = funnelLimits(aim, of, FUNNEL_Z.p998);
      const later = funnelLimits(aim, of + 1, FUNNEL_Z.p95);
      expect(far.low).toBeLessThanOrEqual(near.low);
      expect(far.high).toBeGreaterThanOrEqual(near.high);
      expect(later.low).toBeGreaterThanOrEqual(near.low);
      expect(later.high).toBeLessThanOrEqual(near.high);
      expect(near.low).toBeLessThanOrEqual(aim);
      expect(near.high).toBeGreaterThanOrEqual(aim);
    }),
    { numRuns: lawRuns(2_000) },
  );
});

test('with nothing counted every share is possible', () => {
  expect(funnelLimits(0.98, 0, FUNNEL_Z.p95)).toEqual({ low: 0, high: 1 });
});
