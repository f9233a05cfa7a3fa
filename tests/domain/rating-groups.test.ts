import { expect, test } from 'vitest';
import { ratingGroups } from '../../components/unit/rating-groups.ts';
import type { RatingLine } from '../../lib/wire/board.ts';

const line = (at: number, rest: Partial<RatingLine> = {}): RatingLine => ({
  at,
  cut: false,
  level: 'satisfied',
  unit: 'P01',
  service: null,
  counter: '2',
  reasons: [],
  ...rest,
});
const low = (reasons: string[]): RatingLine => line(60, { level: 'dissatisfied', cut: true, reasons });

test('1-product rule 8: low ratings released together are one line without counter, their reasons counted', () => {
  const groups = ratingGroups({
    a: low(['listen']),
    b: line(90),
    c: low(['long_wait', 'listen']),
    d: low([]),
  });
  expect(groups.map(({ key }) => key)).toEqual(['b', 'low 60']);
  expect(groups[1]).toEqual({
    kind: 'low',
    key: 'low 60',
    at: 60,
    count: 3,
    reasons: [
      ['listen', 2],
      ['long_wait', 1],
    ],
  });
});

test('ratings that were not held back stay single, newest first', () => {
  const groups = ratingGroups({ a: line(1), b: line(3), c: line(2, { level: 'neutral' }) });
  expect(groups.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['one b', 'one c', 'one a']);
});
