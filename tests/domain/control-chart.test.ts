import { expect, test } from 'vitest';
import { type ControlInput, shareChart, valueChart } from '../../lib/domain/control-chart.ts';

const share = (n: number, of: number): ControlInput => ({ value: of === 0 ? null : n / of, n, of });
const single = (value: number | null): ControlInput => ({ value, n: 1, of: null });

test('V2: a p-chart as published', () => {
  // Montgomery, Introduction to Statistical Quality Control, example 7.1: orange juice cans, 30 samples of 50.
  const bad = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
    6,
  ];
  const chart = shareChart(bad.map((n) => share(n, 50)));
  expect(chart?.centre).toBeCloseTo(0.2313, 4);
  expect(chart?.points[0]?.low).toBeCloseTo(0.0524, 4);
  expect(chart?.points[0]?.high).toBeCloseTo(0.4102, 4);
  // Samples 15 and 23 lie beyond.
  const beyond = chart?.points.flatMap(({ rule }, i) => (rule === 'beyond' ? [i + 1] : []));
  expect(beyond).toEqual([15, 23]);
});

test('V2: an XmR chart as published', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rate of ten batches.
  const chart = valueChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1].map(single));
  expect(chart?.centre).toBeCloseTo(50.81, 2);
  expect(chart?.points[0]?.high).toBeCloseTo(55.8041, 2);
  expect(chart?.points[0]?.low).toBeCloseTo(45.8159, 2);
  expect(chart?.points.every(({ rule }) => rule === null)).toBe(true);
});

test('V1: fewer than eight points have no limits, and empty ones do not count', () => {
  expect(shareChart(Array.from({ length: 7 }, () => share(9, 10)))).toBeNull();
  expect(shareChart([...Array.from({ length: 7 }, () => share(9, 10)), share(0, 0)])).toBeNull();
  expect(valueChart(Array.from({ length: 7 }, () => single(3)))).toBeNull();
});

test('V3: eight in a row on one side are named from the eighth on; a closed day between ends no run', () => {
  const values = [10, 9, 10, 9, 10, 9, 10, 9, 11, 11, 11, 11, null, 11, 11, 11, 11, 11];
  const rules = valueChart(values.map(single))?.points.map(({ rule }) => rule);
  expect(rules?.slice(8)).toEqual([null, null, null, null, null, null, null, null, 'side', 'side']);
});

test('V3: six in a row that rise or fall are a trend', () => {
  const values = [20, 30, 20, 30, 20, 30, 20, 21, 22, 23, 24, 25, 26, 20, 30];
  const rules = valueChart(values.map(single))?.points.map(({ rule }) => rule);
  expect(rules?.flatMap((rule, i) => (rule === 'trend' ? [values[i]] : []))).toEqual([25, 26]);
});

test('V2: the limits of a share follow its own cases, and never leave 0 to 1', () => {
  const chart = shareChart([
    ...Array.from({ length: 8 }, () => share(98, 100)),
    share(9, 10),
    share(9_800, 10_000),
  ]);
  const width = (i: number) => (chart?.points[i]?.high ?? 0) - (chart?.points[i]?.low ?? 0);
  expect(width(8)).toBeGreaterThan(width(0));
  expect(width(9)).toBeLessThan(width(0));
  expect(chart?.points.every(({ low, high }) => (low ?? 0) >= 0 && (high ?? 1) <= 1)).toBe(true);
});
