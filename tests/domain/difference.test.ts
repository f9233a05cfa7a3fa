import { expect, test } from 'vitest';
import { changeOf } from '../../lib/domain/difference.ts';

// Newcombe RG (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17,
// 873–890, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.6, 0.1705, 0.809],
  [6, 7, 2, 7, 0.5714, 0.0582, 0.8062],
  [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
  [0, 10, 0, 20, 0, -0.1611, 0.2775],
  [0, 10, 0, 10, 0, -0.2775, 0.2775],
  [10, 10, 0, 20, 1, 0.6791, 1],
  [10, 10, 0, 10, 1, 0.6075, 1],
])('W3: %i of %i against %i of %i as published', (n, of, m, off, by, low, high) => {
  const change = changeOf({ n, of }, { n: m, of: off });
  expect(change?.by).toBeCloseTo(by, 4);
  expect(change?.low).toBeCloseTo(low, 4);
  expect(change?.high).toBeCloseTo(high, 4);
});

test('W3: a change is clear when 0 lies outside its interval, and of nothing there is none', () => {
  expect(changeOf({ n: 56, of: 70 }, { n: 48, of: 80 })?.signal).toBe('up');
  expect(changeOf({ n: 48, of: 80 }, { n: 56, of: 70 })?.signal).toBe('down');
  expect(changeOf({ n: 5, of: 56 }, { n: 0, of: 29 })?.signal).toBe('withinNoise');
  expect(changeOf({ n: 0, of: 0 }, { n: 1, of: 2 })).toBeNull();
  expect(changeOf({ n: 3, of: 2 }, { n: 1, of: 2 })).toBeNull();
});
