import { expect, test } from 'vitest';
import { openingAt } from '../../components/unit/opening.ts';
import { queueState, waitTone } from '../../components/unit/queue-state.ts';
import type { UnitBoard, UnitTotals } from '../../lib/wire/board.ts';
import { areaBoard } from '../live/area-board-sample.ts';

const unit = (
  queue: UnitBoard['header']['queue'],
  totals: Partial<UnitTotals>,
): Pick<UnitBoard, 'header' | 'totals'> => {
  const area = areaBoard();
  return {
    header: { ...area.header, form: 'unit', queue },
    totals: {
      ...area.totals,
      queueHeardAt: 100,
      silentFrom: 1_000,
      estimatesHeld: null,
      unserved: null,
      ...totals,
    },
  };
};

test('1-product rule 1: silent, never heard, without a queue and empty are four different things', () => {
  const read = (...args: Parameters<typeof unit>) => queueState(unit(...args), 1_000);
  expect(read('machine', { waiting: 0 })).toBe('silent');
  expect(read('machine', { waiting: 0, silentFrom: 1_001 })).toBe('live');
  expect(read('machine', { waiting: null, queueHeardAt: null })).toBe('unheard');
  expect(read('machine', { waiting: null, queueHeardAt: null, silentFrom: null })).toBe('unheard');
  expect(read('none', { waiting: null, silentFrom: null })).toBe('none');
  expect(read('paper', { waiting: null, silentFrom: null })).toBe('paper');
  expect(read('paper', { waiting: 3, silentFrom: null })).toBe('live');
});

test('a wait is marked beyond the aim and urgent beyond twice the aim', () => {
  expect([900_000, 900_001, 1_800_000, 1_800_001].map((ms) => waitTone(ms, 900))).toEqual([
    'plain',
    'attention',
    'attention',
    'urgent',
  ]);
});

test('opening hours are half-open and know the lunch break', () => {
  const day = [
    { fromAt: 10, toAt: 20 },
    { fromAt: 30, toAt: 40 },
  ];
  expect([5, 10, 19, 20, 39, 40].map((at) => openingAt(day, at))).toEqual([
    { kind: 'later', fromAt: 10 },
    { kind: 'open', untilAt: 20 },
    { kind: 'open', untilAt: 20 },
    { kind: 'later', fromAt: 30 },
    { kind: 'open', untilAt: 40 },
    { kind: 'over' },
  ]);
  expect([openingAt(null, 5), openingAt([], 5)]).toEqual([{ kind: 'unknown' }, { kind: 'over' }]);
});
