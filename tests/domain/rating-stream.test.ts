import { expect, test } from 'vitest';
import { streamAbove, streamInside } from '../../lib/domain/rating-stream.ts';
import type { RatingEntry } from '../../lib/domain/unit-state.ts';

const at = Date.parse('2026-12-01T09:00:00+07:00');
const low = (id: string, seq: number): RatingEntry => ({
  rating: {
    at,
    source: '/pad',
    id,
    rating: id,
    level: 'dissatisfied',
    raw: null,
    scale: null,
    counter: null,
    ticket: null,
    dossier: null,
    service: null,
    officer: null,
    phase: null,
    channel: null,
    reasons: [],
  },
  second: false,
  repeats: 0,
  seq,
});
const names = (stream: [string, unknown][]): string[] => stream.map(([name]) => name);

// Shrunk from law L1.
test('B5: of low ratings of one instant the same ones are shown whatever order they arrived in', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const inOrder = ids.map((id, seq) => low(id, seq));
  const backwards = ids.map((id, seq) => low(id, 10 - seq));
  expect(names(streamInside('w1', backwards, null, at))).toEqual(
    names(streamInside('w1', inOrder, null, at)),
  );
  expect(names(streamInside('w1', inOrder, null, at))).toEqual(['c', 'b', 'a']);
  expect(names(streamAbove('w1', backwards))).toEqual(names(streamAbove('w1', inOrder)));
});
