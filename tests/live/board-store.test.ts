import { expect, test } from 'vitest';
import { type BoardStore, createBoardStore } from '../../components/live/board-store.ts';
import type { Board, Row } from '../../lib/wire/board.ts';
import type { Delta } from '../../lib/wire/socket.ts';
import { areaBoard, row } from './area-board-sample.ts';

/** A store at seq 10 whose frames are drawn by hand. */
function setUp(): { store: BoardStore; draw: () => void; frames: () => number } {
  const queue: (() => void)[] = [];
  let asked = 0;
  const store = createBoardStore<Board>(
    { epoch: 'e1', seq: 10, board: areaBoard() },
    (flush) => {
      asked += 1;
      queue.push(flush);
    },
    0,
  );
  const draw = (): void => {
    for (const flush of queue.splice(0)) flush();
  };
  return { store, draw, frames: () => asked };
}

const delta = (from: number, to: number, waiting: number, epoch = 'e1'): Delta => ({
  area: 'KV1',
  epoch,
  from,
  to,
  put: { 'units/P01': row({ w: waiting }) },
  remove: [],
});

const unit = (board: Board, code: string): Row | undefined =>
  board.header.form === 'area' && 'units' in board ? board.units[code] : undefined;

test('3, Socket: a delta with from ≤ own seq < to is applied and moves the seq', () => {
  const { store, draw } = setUp();
  expect(store.takeDelta(delta(10, 14, 7))).toBe('done');
  expect(store.takeDelta(delta(12, 15, 8))).toBe('done');
  draw();
  expect([unit(store.board(), 'P01')?.w, store.since()]).toEqual([8, { epoch: 'e1', seq: 15 }]);
});

test('3, Socket: a delta with to ≤ own seq is ignored', () => {
  const { store, draw, frames } = setUp();
  const before = store.board();
  expect([store.takeDelta(delta(5, 10, 99)), store.takeDelta(delta(2, 6, 99))]).toEqual(['done', 'done']);
  draw();
  expect([store.board() === before, store.since().seq, frames()]).toEqual([true, 10, 0]);
});

test('3, Socket: a gap or another epoch changes nothing and asks to watch again', () => {
  const { store, draw } = setUp();
  const before = store.board();
  expect([store.takeDelta(delta(11, 12, 99)), store.takeDelta(delta(10, 12, 99, 'e2'))]).toEqual([
    'watchAgain',
    'watchAgain',
  ]);
  draw();
  expect([store.board() === before, store.since()]).toEqual([true, { epoch: 'e1', seq: 10 }]);
});

test('a snapshot replaces the board, also of another epoch and with a lower seq', () => {
  const { store, draw } = setUp();
  const board = areaBoard({ P09: row({ w: 1 }) });
  expect(store.takeAnswer({ kind: 'snapshot', epoch: 'e2', seq: 3, board })).toBe('done');
  draw();
  expect([store.board() === board, store.since()]).toEqual([true, { epoch: 'e2', seq: 3 }]);
});

test('removed paths go, and what a delta does not touch keeps its reference', () => {
  const { store, draw } = setUp();
  const before = store.board();
  store.takeDelta({ ...delta(10, 11, 4), remove: ['units/P02'] });
  draw();
  const after = store.board();
  expect([unit(after, 'P01')?.w, unit(after, 'P02')]).toEqual([4, undefined]);
  expect(unit(after, 'P03')).toBe(unit(before, 'P03'));
  expect([after.header === before.header, after.totals === before.totals]).toEqual([true, true]);
});

test('many deltas are shown together, once per frame', () => {
  const { store, draw, frames } = setUp();
  let heard = 0;
  store.subscribe(() => {
    heard += 1;
  });
  for (let seq = 10; seq < 60; seq += 1) store.takeDelta(delta(seq, seq + 1, seq));
  expect([heard, frames(), unit(store.board(), 'P01')?.w]).toEqual([0, 1, 5]);
  draw();
  expect([heard, unit(store.board(), 'P01')?.w]).toEqual([1, 59]);
});

test('5-look: nothing heard for 6 s is late, for 30 s lost with its age, and right again at the next word', () => {
  const { store, draw } = setUp();
  const levelAt = (now: number): string => {
    store.tick(now);
    draw();
    return store.link().level;
  };
  expect(levelAt(100)).toBe('connecting');
  store.heard(1_000);
  expect([levelAt(6_999), levelAt(7_000), levelAt(30_999), levelAt(31_000)]).toEqual([
    'live',
    'late',
    'late',
    'lost',
  ]);
  levelAt(60_000);
  expect(store.link().silentMs).toBe(59_000);
  store.heard(61_000);
  draw();
  expect(store.link()).toEqual({ level: 'live', silentMs: 0, recording: true, refused: null });
});

test('a line that never opens is late and lost by the time it was opened', () => {
  const { store, draw } = setUp();
  store.tick(6_000);
  draw();
  expect(store.link().level).toBe('late');
  store.tick(30_000);
  draw();
  expect(store.link().level).toBe('lost');
});

test('a beat that says nothing is recorded stays on the page until one says it is', () => {
  const { store, draw } = setUp();
  store.heard(1_000, false);
  store.heard(2_000);
  draw();
  expect(store.link().recording).toBe(false);
  store.heard(3_000, true);
  draw();
  expect(store.link().recording).toBe(true);
});

test('a refusal is kept beside the last board and ends with the next good answer', () => {
  const { store, draw } = setUp();
  const before = store.board();
  store.takeAnswer({ kind: 'error', code: 'forbidden' });
  draw();
  expect([store.link().refused, store.board() === before]).toEqual(['forbidden', true]);
  store.takeAnswer({ kind: 'delta', ...delta(10, 12, 2) });
  draw();
  expect([store.link().refused, store.since().seq]).toEqual([null, 12]);
});

test('while all is well a tick draws nothing', () => {
  const { store, draw, frames } = setUp();
  store.heard(1_000);
  draw();
  const drawn = frames();
  for (let now = 1_000; now < 5_000; now += 1_000) {
    store.heard(now);
    store.tick(now);
  }
  expect(frames()).toBe(drawn);
});
