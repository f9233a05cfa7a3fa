import { createHash, randomUUID } from 'node:crypto';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { SERVER, sourceOf } from '../log/actor.ts';
import { canonical } from '../log/content.ts';

/** A board as it is read: the fold of the log up to `seq`, at an instant (epoch ms). */
export type ReadBoard = { seq: number; asOf: number; board: unknown };

/** I6: the board of a unit as it was when its inspection was opened; the log holds its place and hash. */
export function frozenBoard(
  unit: string,
  inspection: string,
  at: number,
  { seq: boardSeq, asOf: boardAt, board: read }: ReadBoard,
): SourceEvent {
  const board = canonical(read);
  const hash = createHash('sha256').update(board).digest('hex');
  return {
    source: sourceOf(SERVER),
    id: randomUUID(),
    type: 'inspection.pictured',
    unit,
    at,
    data: { inspection, boardSeq, boardAt, hash, board },
  };
}
