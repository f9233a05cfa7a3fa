import { expect, test } from 'vitest';
import { isWhole, lastFullMonth, publicFigure, publishedOf } from '../../lib/domain/public-figure.ts';
import { emptyTree, setPublicFigure } from '../../lib/domain/tree.ts';

const target = { value: 0.9, seconds: 900, source: 'Quyết định 12' };
const share = (n: number, of: number) => publicFigure('satisfied', { n, of, share: n / of }, target).told;

test('PC5: of fewer than 30 cases nobody is told a number, of 30 both n and the result on exact counts', () => {
  expect(share(29, 29)).toBeNull();
  expect(share(27, 30)).toEqual({ n: 27, of: 30, share: 0.9, result: 'met' });
  expect(share(26, 30)?.result).toBe('notMet');
  expect(publicFigure('satisfied', { n: 0, of: 0, share: null }, target).told).toBeNull();
});

test('PC5: only waits are judged by a length', () => {
  const seconds = (measure: 'within' | 'satisfied') =>
    publicFigure(measure, { n: 30, of: 30, share: 1 }, target).target.seconds;
  expect([seconds('within'), seconds('satisfied')]).toEqual([900, null]);
});

test.each([
  ['2026-11-01', '2026-10-01', '2026-10-31'],
  ['2026-11-30', '2026-10-01', '2026-10-31'],
  ['2027-01-15', '2026-12-01', '2026-12-31'],
  ['2024-03-31', '2024-02-01', '2024-02-29'],
])('PC5: on %s the last full month is %s to %s', (today, from, to) => {
  expect(lastFullMonth(today)).toEqual({ from, to });
});

test('PC4: a month is whole when the data reach back to its first day', () => {
  const month = { from: '2026-10-01', to: '2026-10-31' };
  expect(['2026-09-30', '2026-10-01', '2026-10-02', null].map((day) => isWhole(month, day))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('PC4: nothing is public until somebody says so, and the last word on each measure holds', () => {
  const tree = emptyTree();
  const say = (measure: 'within' | 'satisfied', shown: boolean) =>
    setPublicFigure(tree, { area: 'a', measure, shown, source: 'thử' });
  expect(publishedOf(tree, 'a')).toEqual([]);
  say('within', true);
  say('satisfied', true);
  expect(publishedOf(tree, 'a')).toEqual(['satisfied', 'within']);
  say('within', false);
  expect([publishedOf(tree, 'a'), publishedOf(tree, 'b')]).toEqual([['satisfied'], []]);
});
