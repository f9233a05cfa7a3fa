import { expect, test } from 'vitest';
import { isLive, rowState } from '../../../components/board/row-state.ts';
import type { Place, Row } from '../../../lib/wire/board.ts';

const at = Date.UTC(2026, 10, 23, 3, 42);
const row: Row = { w: 3, s: at, c: [1, 2], x: [0, 0], m: [0, 0], l: at, q: at + 1, f: 15, h: [] };
const place = (queue: Place['queue']): Place => ({
  name: 'A',
  nameEn: null,
  label: null,
  kind: 'ward',
  queue,
  group: null,
  groupName: null,
});

test('silent, empty, never heard and not applicable are four different states', () => {
  expect(rowState({ ...row, w: 0 }, place('machine'), undefined, at)).toBe('calm');
  expect(rowState({ ...row, w: 0, q: at }, place('machine'), undefined, at)).toBe('silent');
  expect(rowState({ ...row, w: null }, place('machine'), undefined, at)).toBe('unheard');
  expect(rowState({ ...row, w: null }, place('paper'), undefined, at)).toBe('paper');
  expect(rowState({ ...row, w: 0, q: at }, place('none'), undefined, at)).toBe('none');
});

test('the queue of a unit is known in its live states only', () => {
  const live = (['none', 'paper', 'unheard', 'silent', 'calm', 'attention', 'urgent'] as const).filter(
    isLive,
  );
  expect(live).toEqual(['calm', 'attention', 'urgent']);
});
