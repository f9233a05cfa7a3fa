import { expect, test } from 'vitest';
import { shareAxis } from '../../../components/charts/share-axis.ts';

test('an axis of high shares is cut below the lowest of them, in steps a reader can count', () => {
  expect(shareAxis([0.943, 0.99], 0.98)).toEqual({
    min: 0.94,
    ticks: [0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1],
    cut: true,
  });
});

test('an axis reaches below the target even where every share lies above it', () => {
  expect(shareAxis([1, 1], 0.98).min).toBeLessThanOrEqual(0.96);
  expect(shareAxis([], 0.98).min).toBeLessThanOrEqual(0.96);
});

test('an axis that must start at zero is not marked cut', () => {
  expect(shareAxis([0], 0.9)).toEqual({ min: 0, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], cut: false });
});

test('every share lies on the axis, and it has between three and seven ticks ending at all', () => {
  for (let lowest = 0; lowest <= 1000; lowest += 1) {
    const { min, ticks } = shareAxis([lowest / 1000], 0.98);
    expect(min).toBeLessThanOrEqual(lowest / 1000);
    expect(ticks[0]).toBe(min);
    expect(ticks.at(-1)).toBe(1);
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    expect(ticks.length).toBeLessThanOrEqual(7);
  }
});
