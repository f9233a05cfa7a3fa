import { applyPaths } from '../domain/paths.ts';
import type { Board } from './board.ts';
import type { Delta } from './socket.ts';

/** A board as of a point of the log. */
export type Held = { epoch: string; seq: number; board: Board };

/** What a delta asks of whoever holds a board. */
export type Taken = { kind: 'applied'; held: Held } | { kind: 'ignored' } | { kind: 'watchAgain' };

/**
 * The reader's rule (3-events-and-api, Socket): a delta is applied when `from ≤ own seq < to` and ignored when
 * `to ≤ own seq`; a gap or another epoch means that something was missed, so the board has to be asked for again.
 */
export function takeDelta(held: Held, delta: Delta): Taken {
  if (delta.epoch !== held.epoch) return { kind: 'watchAgain' };
  if (delta.to <= held.seq) return { kind: 'ignored' };
  if (delta.from > held.seq) return { kind: 'watchAgain' };
  const board = applyPaths(held.board, delta.put, delta.remove);
  return { kind: 'applied', held: { epoch: delta.epoch, seq: delta.to, board } };
}
