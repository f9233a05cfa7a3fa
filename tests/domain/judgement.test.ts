import { expect, test } from 'vitest';
import { judge } from '../../lib/domain/judgement.ts';

test.each([
  [98, 100, 0.98, 'met', 0, null],
  [97, 100, 0.98, 'notMet', null, 1],
  [49, 50, 0.98, 'met', 0, null],
  [48, 50, 0.98, 'notMet', null, 1],
  [100, 100, 0.98, 'met', 2, null],
  [7, 100, 0.07, 'met', 0, null],
  [29, 100, 0.29, 'met', 0, null],
  [980_000_000, 1_000_000_000, 0.98, 'met', 0, null],
  [979_999_999, 1_000_000_000, 0.98, 'notMet', null, 1],
  [0, 40, 0, 'met', null, null],
] as const)('G7: %i of %i against %d is %s', (n, of, target, result, spare, short) => {
  expect(judge(n, of, target)).toMatchObject({ result, spare, short });
});

test('G7: 97.96 % is not 98 %, whatever a screen rounds it to', () => {
  expect(judge(96, 98, 0.98)).toMatchObject({ result: 'notMet', short: 1 });
});

test('G8: the same share can be noise in a small place and clear in a large one', () => {
  expect(judge(96, 100, 0.98)).toMatchObject({ result: 'notMet', signal: 'withinNoise' });
  expect(judge(960, 1000, 0.98)).toMatchObject({ result: 'notMet', signal: 'clear' });
  expect(judge(100, 100, 0.98)).toMatchObject({ result: 'met', signal: 'withinNoise' });
  expect(judge(1000, 1000, 0.98)).toMatchObject({ result: 'met', signal: 'clear' });
});

test('G9: fewer than 30 cases are few, none is no result', () => {
  expect(judge(29, 29, 0.98).few).toBe(true);
  expect(judge(30, 30, 0.98).few).toBe(false);
  expect(judge(0, 0, 0.98)).toEqual({ result: null, signal: null, few: false, spare: null, short: null });
});
