import { type AttentionLevel, isSilent } from '../../lib/domain/attention.ts';
import type { Place, Row } from '../../lib/wire/board.ts';

/**
 * How a unit's row is read: `none` has no queue, `paper` a queue that nobody can count, `unheard` a machine that said
 * nothing yet, `silent` one that fell silent; the others are live.
 */
export type RowState = 'none' | 'paper' | 'unheard' | 'silent' | 'calm' | 'attention' | 'urgent';

/** The state of a row at `at` (epoch ms); `level` is what the attention rules say of it. */
export function rowState(
  row: Pick<Row, 'w' | 'q'>,
  place: Pick<Place, 'queue'>,
  level: AttentionLevel | undefined,
  at: number,
): RowState {
  if (place.queue === 'none') return 'none';
  if (isSilent(row, at)) return 'silent';
  if (row.w === null) return place.queue === 'paper' ? 'paper' : 'unheard';
  return level === 'urgent' || level === 'attention' ? level : 'calm';
}

/** Whether the queue of a row in this state is known now. */
export const isLive = (state: RowState): boolean =>
  state === 'calm' || state === 'attention' || state === 'urgent';
