import { expect, test } from 'vitest';
import { shareOf, wilson } from '../../lib/domain/wilson.ts';

test('the interval of none begins at exactly 0 and that of all ends at exactly 1', () => {
  for (let of = 1; of <= 500; of++) {
    expect(shareOf(0, of).low).toBe(0);
    expect(shareOf(of, of).high).toBe(1);
  }
});

// R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3 (score without continuity correction).
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('W1: the interval of %i of %i is the published one', (n, of, low, high) => {
  const interval = wilson(n, of);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('W2: nothing counted has no share, and more answers than visits have a share without an interval', () => {
  expect(shareOf(0, 0)).toEqual({ n: 0, of: 0, share: null, low: null, high: null });
  expect(shareOf(3, 2)).toEqual({ n: 3, of: 2, share: 1.5, low: null, high: null });
});
