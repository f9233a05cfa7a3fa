import { expect, test } from 'vitest';
import { betterWay, type ModelPoint, modelChart } from '../../lib/domain/model-chart.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';

const START = '2026-10-01';
const days = (from: number, points: readonly (Omit<ModelPoint, 'bucket'> | null)[]): ModelPoint[] =>
  points.map((point, i) => ({
    bucket: addDays(START, from + i),
    ...(point ?? { value: null, n: 0, of: 0 }),
  }));
const share = (n: number, of: number) => ({ value: n / of, n, of });
const length = (value: number) => ({ value, n: 10, of: null });
const times = <T>(count: number, of: T): T[] => Array.from({ length: count }, () => of);

test('M2: the start day is the first of the later side, and each side has limits of its own', () => {
  const series = [...days(-10, times(10, length(20))), ...days(0, times(9, length(12)))];
  const { before, after } = modelChart('waitP50', series, START, null);
  expect([before.points.length, after.points.length]).toEqual([10, 9]);
  expect([before.chart?.centre, after.chart?.centre]).toEqual([20, 12]);
});

test('M3: a length is named by eight in a row on one side of the centre before, and by no seven', () => {
  const before = days(-10, [10, 12, 10, 12, 10, 12, 10, 12, 10, 12].map(length));
  const since = (count: number) =>
    modelChart('waitP90', [...before, ...days(0, times(count, length(8)))], START, null);
  expect(since(8).signal).toEqual({ by: 'side', direction: 'down' });
  const broken = days(0, [8, 8, 8, 8, 8, 8, 8, 13, 8, 8].map(length));
  expect(modelChart('waitP90', [...before, ...broken], START, null).signal).toBeNull();
  // Too few points since: nothing is said at all.
  expect(since(7)).toMatchObject({ enough: false, signal: null });
});

test('M3: a closed day neither ends a run nor counts in it', () => {
  const before = days(-10, [10, 12, 10, 12, 10, 12, 10, 12, 10, 12].map(length));
  const after = days(0, [8, 8, 8, 8].map(length).concat(times(1, length(8))));
  const series = [...before, ...after, ...days(5, [null]), ...days(6, times(3, length(8)))];
  expect(modelChart('waitP50', series, START, null).signal).toEqual({ by: 'side', direction: 'down' });
});

test('M3, W3: a share is named when the interval of the difference leaves 0 out', () => {
  const series = (later: number) => [
    ...days(-10, times(10, share(90, 100))),
    ...days(0, times(10, share(later, 100))),
  ];
  expect(modelChart('satisfied', series(97), START, null).signal).toEqual({
    by: 'interval',
    direction: 'up',
  });
  expect(modelChart('satisfied', series(80), START, null).signal).toEqual({
    by: 'interval',
    direction: 'down',
  });
  expect(modelChart('satisfied', series(91), START, null)).toMatchObject({ enough: true, signal: null });
});

test('M2: what came after the end is of no side', () => {
  const series = [...days(-8, times(8, share(9, 10))), ...days(0, times(20, share(10, 10)))];
  const { after } = modelChart('satisfied', series, START, addDays(START, 9));
  expect(after.points).toHaveLength(10);
  expect(after).toMatchObject({ n: 100, of: 100, value: 1 });
});

test('M4: shorter waits are better, more satisfied people are, and more visits are neither', () => {
  expect([betterWay('waitP90'), betterWay('satisfied'), betterWay('issued')]).toEqual(['down', 'up', null]);
});
