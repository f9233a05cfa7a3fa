import { describe, expect, test } from 'vitest';
import { tilesAt } from '../../../components/wall/command/tiles-at.ts';
import { byCounter, isNewCall, latestFirst } from '../../../components/wall/hall/call-order.ts';
import { waitMinutes } from '../../../components/wall/hall/wait-text.ts';
import {
  FIGURE_OF_SIZE,
  fittedPx,
  leastFigurePx,
  nameType,
  typeSizes,
} from '../../../components/wall/type-sizes.ts';
import { isCalled } from '../../../components/wall/wall-awake.ts';
import { isNight, pageAt, shiftAt, wanderAt } from '../../../components/wall/wall-time.ts';
import { WALL_DISTANCES } from '../../../lib/domain/access/wall-view.ts';
import type { HallCall } from '../../../lib/wire/wall-board.ts';

const at = (clock: string): number => Date.parse(`2026-11-25T${clock}:00+07:00`);

test('W3: type for 5 m is 66 px of a 55″ TV, for 8 m 105 px; at most twelve tiles and six', () => {
  expect(typeSizes(5)).toMatchObject({ figure: 66, tiles: 12 });
  expect(typeSizes(8)).toMatchObject({ figure: 105, tiles: 6 });
  for (const distance of WALL_DISTANCES)
    expect(typeSizes(distance).figure * FIGURE_OF_SIZE).toBeGreaterThanOrEqual(leastFigurePx(distance));
  // 29 mm and 47 mm on a screen that is 685 mm high.
  expect(Math.round((leastFigurePx(5) * 685) / 1080)).toBe(29);
  expect(Math.round((leastFigurePx(8) * 685) / 1080)).toBe(47);
});

test('a long name becomes smaller, a short one no larger', () => {
  expect(fittedPx('Lưu Hà', 42, 400)).toBe(42);
  expect(fittedPx('Trung tâm Phục vụ hành chính công', 42, 400)).toBeLessThan(23);
  expect(nameType('Lưu Hà', 42, 400)).toEqual({ fontSize: 42, twoLines: false });
  expect(nameType('Trung tâm Phục vụ hành chính công số 2', 42, 400)).toEqual({
    fontSize: 30,
    twoLines: true,
  });
});

const ZONE = 'Asia/Ho_Chi_Minh';

test('W7: it is night for a wall outside the opening sessions, and never where none are known', () => {
  const sessions = [
    { fromAt: at('07:30'), toAt: at('11:30') },
    { fromAt: at('13:30'), toAt: at('17:00') },
  ];
  for (const clock of ['06:50', '07:30', '12:30', '17:40'])
    expect(isNight(undefined, sessions, ZONE, at(clock)), clock).toBe(false);
  for (const clock of ['03:00', '06:40', '17:50', '23:00'])
    expect(isNight(undefined, sessions, ZONE, at(clock)), clock).toBe(true);
  expect(isNight(undefined, [], ZONE, at('10:00'))).toBe(true);
  expect(isNight(undefined, null, ZONE, at('03:00'))).toBe(false);
});

test('W7: hours of its own go over midnight, and before the sessions', () => {
  const night = (clock: string, from: string, to: string) => isNight({ from, to }, null, ZONE, at(clock));
  for (const clock of ['19:00', '23:59', '00:00', '05:59']) expect(night(clock, '19:00', '06:00')).toBe(true);
  for (const clock of ['06:00', '12:00', '18:59']) expect(night(clock, '19:00', '06:00')).toBe(false);
  expect([night('12:00', '11:30', '13:30'), night('13:30', '11:30', '13:30')]).toEqual([true, false]);
});

test('W7: the clock of a dark wall stands elsewhere every minute, and within a day everywhere', () => {
  const places = Array.from({ length: 24 * 60 }, (_, n) => wanderAt(at('00:00') + n * 60_000));
  const seen = new Map<string, number>();
  for (const [n, { x, y }] of places.entries()) {
    for (const share of [x, y]) expect(share >= 0 && share <= 1).toBe(true);
    const before = places[n - 1];
    if (before) expect(Math.hypot(x - before.x, y - before.y)).toBeGreaterThan(0.2);
    seen.set(`${x} ${y}`, (seen.get(`${x} ${y}`) ?? 0) + 1);
  }
  expect(seen.size).toBe(77);
  // Minutes of a day in one place.
  expect(Math.max(...seen.values())).toBeLessThan(20);
});

test('W7: a call wakes a hall for half an hour', () => {
  const calls = { '1': call(0) };
  expect(isCalled({ calls }, at('10:29'))).toBe(true);
  expect(isCalled({ calls }, at('10:30'))).toBe(false);
  expect(isCalled({ calls: { '1': { ...call(0), state: 'serving' } } }, at('10:01'))).toBe(false);
});

describe('W7: tiles turn, and what needs somebody never does behind what does not', () => {
  const need = (code: string, level: 'urgent' | 'silent' | 'attention') => ({ code, level });
  const rest = Array.from({ length: 20 }, (_, n) => `r${n}`);
  const all = (needs: Parameters<typeof tilesAt>[0], room: number) =>
    Array.from({ length: 40 }, (_, n) => tilesAt(needs, rest, room, n * 20_000, 20_000));
  test('those that need somebody stay, the others come in their turn', () => {
    const pages = all([need('u', 'urgent'), need('a', 'attention')], 6);
    for (const { codes } of pages) expect(codes.slice(0, 2)).toEqual(['u', 'a']);
    expect(new Set(pages.flatMap(({ codes }) => codes)).size).toBe(22);
    expect(pages.slice(0, 6).map(({ page, pages: of }) => `${page}/${of}`)).toEqual([
      '1/5',
      '2/5',
      '3/5',
      '4/5',
      '5/5',
      '1/5',
    ]);
  });
  test('where more need somebody than fit, the urgent stay', () => {
    const needs = [need('u', 'urgent'), ...['a', 'b', 'c', 'd'].map((code) => need(code, 'attention'))];
    const pages = all(needs, 4);
    for (const { codes } of pages) expect([codes[0], codes.length]).toEqual(['u', 4]);
    expect(new Set(pages.flatMap(({ codes }) => codes))).toEqual(new Set(needs.map(({ code }) => code)));
  });
  test('where more are urgent than fit, they take turns', () => {
    const needs = ['a', 'b', 'c', 'd', 'e'].map((code) => need(code, 'urgent'));
    const pages = all([...needs, need('x', 'attention')], 4);
    expect(new Set(pages.flatMap(({ codes }) => codes))).toEqual(new Set(['a', 'b', 'c', 'd', 'e']));
  });
  test('what fits does not turn', () => {
    const needs = ['a', 'b'].map((code) => need(code, 'urgent'));
    expect(tilesAt(needs, [], 2, 0, 12_000)).toEqual({ codes: ['a', 'b'], page: 1, pages: 1 });
    expect(tilesAt([], ['r'], 6, 0, 12_000)).toEqual({ codes: ['r'], page: 1, pages: 1 });
  });
});

test('no burn-in: the picture goes round, slowly and a few pixels only', () => {
  const steps = Array.from({ length: 64 }, (_, n) => shiftAt(at('10:00') + n * 60_000));
  expect(new Set(steps.map(({ x, y }) => `${x} ${y}`)).size).toBeGreaterThan(8);
  for (const { x, y } of steps) expect(Math.hypot(x, y)).toBeLessThan(9);
  expect(shiftAt(at('10:00'))).toEqual(shiftAt(at('10:00') + 30_000));
});

test('a list that is longer than a wall is shown page by page, each as long, and all of it', () => {
  const items = [1, 2, 3, 4, 5];
  const seen = new Set<number>();
  for (let n = 0; n < 6; n += 1)
    for (const item of pageAt(items, 2, n * 12_000, 12_000).items) seen.add(item);
  expect(seen.size).toBe(5);
  expect(pageAt(items, 9, 5, 12_000)).toEqual({ items, page: 1, pages: 1 });
  expect(pageAt([], 4, 5, 12_000)).toEqual({ items: [], page: 1, pages: 1 });
});

const call = (minutes: number): HallCall => ({
  number: `A${minutes}`,
  at: at('10:00') + minutes * 60_000,
  state: 'called',
  priority: false,
  collects: false,
});

test('the newest call stands first and is pointed at for a quarter of a minute', () => {
  const calls: [string, HallCall][] = [
    ['10', call(1)],
    ['2', call(5)],
    ['1', call(1)],
  ];
  expect(latestFirst(calls).map(([counter]) => counter)).toEqual(['2', '1', '10']);
  expect(byCounter(calls).map(([counter]) => counter)).toEqual(['1', '2', '10']);
  expect(isNewCall(call(0), at('10:00') + 14_000)).toBe(true);
  expect(isNewCall(call(0), at('10:00') + 15_000)).toBe(false);
});

test('W4: a range in minutes is never narrower than what was measured', () => {
  expect(waitMinutes({ lowSec: 119, highSec: 601, n: 9 })).toEqual({ low: 1, high: 11 });
  expect(waitMinutes({ lowSec: 0, highSec: 0, n: 9 })).toEqual({ low: 0, high: 0 });
  expect(waitMinutes(null)).toBeNull();
});
