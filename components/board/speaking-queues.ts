import { isSilent } from '../../lib/domain/attention.ts';
import type { Row } from '../../lib/wire/board.ts';

/** What the units that speak now have waiting together; null where none of them knows. */
export type SpeakingQueues = {
  waiting: number | null;
  since: number | null;
  openCounters: number | null;
  counters: number | null;
};

/**
 * Sums over the units that are heard at `at` (epoch ms): what a silent unit last said of its queue is no longer known,
 * so it is in no total.
 */
export function speakingQueues(
  units: Readonly<Record<string, Pick<Row, 'w' | 's' | 'q'> & Partial<Pick<Row, 'c'>>>>,
  at: number,
): SpeakingQueues {
  const total: SpeakingQueues = { waiting: null, since: null, openCounters: null, counters: null };
  for (const row of Object.values(units)) {
    if (isSilent(row, at)) continue;
    total.waiting = sum(total.waiting, row.w);
    total.openCounters = sum(total.openCounters, row.c?.[0] ?? null);
    total.counters = sum(total.counters, row.c?.[1] ?? null);
    if (row.s !== null && (total.since === null || row.s < total.since)) total.since = row.s;
  }
  return total;
}

const sum = (a: number | null, b: number | null): number | null => (b === null ? a : (a ?? 0) + b);
