import { isSilent } from '../../lib/domain/attention.ts';
import type { UnitBoard } from '../../lib/wire/board.ts';

/**
 * What can be said of a unit's queue: `none` has no queue, `paper` a queue that nobody counts, `unheard` a machine that
 * said nothing yet today, `silent` one that fell silent. Only `live` makes an empty queue mean "nobody waits".
 */
export type QueueState = 'none' | 'paper' | 'unheard' | 'silent' | 'live';

/** The state of the queue at `at` (epoch ms). */
export function queueState({ header, totals }: Pick<UnitBoard, 'header' | 'totals'>, at: number): QueueState {
  if (header.queue === 'none') return 'none';
  if (isSilent({ q: totals.silentFrom }, at)) return totals.queueHeardAt === null ? 'unheard' : 'silent';
  if (totals.waiting === null) return header.queue === 'paper' ? 'paper' : 'unheard';
  return 'live';
}

/** How urgent a wait is against the service's aim (seconds), as the attention rules see it. */
export function waitTone(waitedMs: number, aimSeconds: number): 'plain' | 'attention' | 'urgent' {
  const over = waitedMs / 1000 / aimSeconds;
  return over > 2 ? 'urgent' : over > 1 ? 'attention' : 'plain';
}

/** Fewer of a day than this and a share would say more than the cases can bear: they are told one by one. */
export const SMALL_DAY_BELOW = 20;
