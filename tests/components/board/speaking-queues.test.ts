import { expect, test } from 'vitest';
import { speakingQueues } from '../../../components/board/speaking-queues.ts';
import type { Row } from '../../../lib/wire/board.ts';

const row = (part: Partial<Row>): Row => ({
  w: 0,
  s: null,
  c: [1, 2],
  x: [0, 0],
  m: [0, 0],
  l: 0,
  q: null,
  f: 0,
  h: [],
  ...part,
});

test('A5: what a silent unit last said of its queue is in no total', () => {
  const units = { a: row({ w: 3, s: 500, q: 2000 }), b: row({ w: 9, s: 100, c: [5, 5], q: 1000 }) };
  expect(speakingQueues(units, 999)).toEqual({ waiting: 12, since: 100, openCounters: 6, counters: 7 });
  expect(speakingQueues(units, 1000)).toEqual({ waiting: 3, since: 500, openCounters: 1, counters: 2 });
});

test('a total is unknown, not 0, where no unit that speaks knows it', () => {
  const units = { a: row({ w: null, c: [null, null] }), b: row({ w: 9, q: 1 }) };
  expect(speakingQueues(units, 5)).toEqual({
    waiting: null,
    since: null,
    openCounters: null,
    counters: null,
  });
});
