import { applyPaths } from '../domain/paths.ts';
import type { Board } from './board.ts';
import type { Delta } from './socket.ts';
import type { ShownBoard } from './wall-board.ts';

/** A board as of a point of the log. */
export type Held<B = Board> = { epoch: string; seq: number; board: B };

/** What a delta asks of whoever holds a board. */
export type Taken<B = Board> =
  | { kind: 'applied'; held: Held<B> }
  | { kind: 'ignored' }
  | { kind: 'watchAgain' };

/**
 * The reader's rule (3-events-and-api, Socket): a delta is applied when `from ≤ own seq < to` and ignored when
 * `to ≤ own seq`; a gap or another epoch means that something was missed, so the board has to be asked for again.
 */
export function takeDelta<B extends ShownBoard>(held: Held<B>, delta: Delta): Taken<B> {
  if (delta.epoch !== held.epoch) return { kind: 'watchAgain' };
  if (delta.to <= held.seq) return { kind: 'ignored' };
  if (delta.from > held.seq) return { kind: 'watchAgain' };
  const board = applyPaths(held.board, delta.put, delta.remove);
  return { kind: 'applied', held: { epoch: delta.epoch, seq: delta.to, board } };
}
