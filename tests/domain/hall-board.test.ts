import { expect, test } from 'vitest';
import { emptyCell } from '../../lib/domain/rollup.ts';
import { waitRange } from '../../lib/wire/hall-board.ts';
import { type HallBoard, isWallBoard } from '../../lib/wire/wall-board.ts';
import { createBoards } from '../../server/live/boards.ts';
import { foldInto, lawMemory } from '../support/law-city.ts';
import { type Line, ticketLine } from '../support/ticket-lines.ts';

const NINE = Date.parse('2026-12-01T09:00:00+07:00');
const MINUTE = 60_000;

/** The hall of w1 after these lines, `later` minutes past nine. */
function hallAfter(lines: Line[], later = 30): HallBoard {
  const memory = lawMemory();
  foldInto(
    memory,
    lines.map((line) => ticketLine(line, NINE)),
  );
  const board = createBoards(memory).shown('hall/w1', NINE + later * MINUTE)?.board;
  if (!board || !isWallBoard(board) || board.view !== 'hall') throw new Error('no hall');
  return board;
}

test('W1: a called number stands at its counter with "ưu tiên" and nothing of why', () => {
  const { calls } = hallAfter([
    { ticket: 't1', step: 'issued', at: 0, number: 'A001', priority: 'nguoi-khuyet-tat' },
    { ticket: 't1', step: 'called', at: 3, counter: '2' },
    { ticket: 't2', step: 'issued', at: 1, number: 'T007', purpose: 'collect' },
    { ticket: 't2', step: 'called', at: 4, counter: '5' },
    { ticket: 't2', step: 'started', at: 5, counter: '5' },
  ]);
  expect(calls).toEqual({
    2: { number: 'A001', at: NINE + 3 * MINUTE, state: 'called', priority: true, collects: false },
    5: { number: 'T007', at: NINE + 4 * MINUTE, state: 'serving', priority: false, collects: true },
  });
});

test('W1: a number that nobody came for is missed until it is called again; what has no printed number is not shown', () => {
  const lines: Line[] = [
    { ticket: 't1', step: 'issued', at: 0, number: 'A001' },
    { ticket: 't1', step: 'called', at: 3, counter: '2' },
    { ticket: 't1', step: 'no_show', at: 6 },
    { ticket: 'chi-lan-0912345678', step: 'called', at: 7, counter: '3' },
    { ticket: 'chi-lan-0912345678', step: 'no_show', at: 8 },
  ];
  expect(hallAfter(lines).missed).toEqual({ A001: { at: NINE + 6 * MINUTE, collects: false } });
  const again = hallAfter([...lines, { ticket: 't1', step: 'called', at: 9, counter: '2' }]);
  expect(again.missed).toEqual({});
  expect(again.calls['2']?.number).toBe('A001');
});

test('a hall shows the twelve latest that were missed', () => {
  const lines = Array.from({ length: 15 }, (_, n): Line[] => [
    { ticket: `t${n}`, step: 'issued', at: 0, number: `A${n}` },
    { ticket: `t${n}`, step: 'called', at: n + 1, counter: '1' },
    { ticket: `t${n}`, step: 'no_show', at: n + 1.5 },
  ]).flat();
  expect(Object.keys(hallAfter(lines).missed)).toEqual(Array.from({ length: 12 }, (_, n) => `A${n + 3}`));
});

test('who only collects a result waits apart from who submits', () => {
  const { services } = hallAfter([
    { ticket: 't1', step: 'issued', at: 0, number: 'A1' },
    { ticket: 't2', step: 'issued', at: 0, number: 'A2', purpose: 'submit' },
    { ticket: 't3', step: 'issued', at: 0, number: 'T1', purpose: 'collect' },
  ]);
  expect(services.civil).toMatchObject({ waiting: 2, collecting: 1, wait: null });
});

test('W4: a wait is a range of today’s calls, and none from fewer than five', () => {
  const lines = (calls: number): Line[] =>
    Array.from({ length: calls }, (_, n): Line[] => [
      { ticket: `t${n}`, step: 'issued', at: 0, number: `A${n}` },
      { ticket: `t${n}`, step: 'called', at: n + 1, counter: '1' },
    ]).flat();
  expect(hallAfter(lines(4)).services.civil?.wait).toBeNull();
  const ten = hallAfter(lines(10)).services.civil?.wait;
  expect(ten?.n).toBe(10);
  // Nearest rank: the first and the ninth of ten.
  expect(ten?.lowSec).toBeGreaterThanOrEqual(60);
  expect(ten?.lowSec).toBeLessThan(65);
  expect(ten?.highSec).toBeGreaterThanOrEqual(540);
  expect(ten?.highSec).toBeLessThan(560);
  expect(waitRange(emptyCell())).toBeNull();
  expect(waitRange(undefined)).toBeNull();
});

test('of an area that is not there a wall is shown nothing', () => {
  const boards = createBoards(lawMemory());
  for (const channel of ['hall/nowhere', 'command/nowhere']) expect(boards.shown(channel, NINE)).toBeNull();
});
