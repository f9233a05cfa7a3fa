import { expect, test } from 'vitest';
import { reportTarget } from '../../lib/domain/report/report-target.ts';

const TARGET = { value: 0.98, seconds: 900, source: 'QĐ 12', from: '2026-01-01' };
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const LAST_YEAR = { from: '2025-11-01', to: '2025-11-30' };

const of = (n: number, all: number, changedOn: string | null = null) =>
  reportTarget({
    metric: 'satisfied',
    target: TARGET,
    count: { n, of: all },
    previous: { n: 950, of: 1000, period: OCTOBER },
    lastYear: { n: 0, of: 0, period: LAST_YEAR },
    changedOn,
  });

test('RP1: a met target says how many more misses it allows, and whether the numbers can bear it (G7, G8)', () => {
  const target = of(990, 1000);
  // 990 ÷ (1000 + k) ≥ 0.98 up to k = 10.
  expect(target).toMatchObject({ result: 'met', signal: 'clear', spare: 10, short: null, few: false });
  expect(target).toMatchObject({
    n: 990,
    of: 1000,
    share: 0.99,
    target: 0.98,
    source: 'QĐ 12',
    since: '2026-01-01',
  });
  expect(target.seconds).toBeNull();
});

test('RP1: a missed target says how many hits it lacks; few cases are marked (G9)', () => {
  expect(of(19, 20)).toMatchObject({
    result: 'notMet',
    signal: 'withinNoise',
    short: 1,
    spare: null,
    few: true,
  });
});

test('RP1: without cases there is neither share nor result', () => {
  expect(of(0, 0)).toMatchObject({ share: null, result: null, signal: null, spare: null, short: null });
});

test('RP2: the change against an earlier period comes with its interval (W3), and is not known where that had no cases', () => {
  const { previous, lastYear } = of(990, 1000);
  expect(previous).toMatchObject({ ...OCTOBER, n: 950, of: 1000, share: 0.95, changedOn: null });
  expect(previous.change?.by).toBeCloseTo(0.04, 12);
  expect(previous.change?.signal).toBe('up');
  expect(lastYear).toMatchObject({ ...LAST_YEAR, share: null, change: null, changedOn: null });
});

test('RP2: a period from before the borders changed is shown and not compared (G11)', () => {
  const { previous } = of(990, 1000, '2026-10-15');
  expect(previous).toMatchObject({ n: 950, of: 1000, change: null, changedOn: '2026-10-15' });
  expect(of(990, 1000, '2026-10-01').previous.change).not.toBeNull();
});
