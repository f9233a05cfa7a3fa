/** Where an instant lies in the opening hours of its day. */
export type Opening =
  | { kind: 'unknown' }
  | { kind: 'open'; untilAt: number }
  | { kind: 'later'; fromAt: number }
  | { kind: 'over' };

/** Reads the day's opening spans, in order, at `at` (epoch ms); null: no hours known. */
export function openingAt(sessions: readonly { fromAt: number; toAt: number }[] | null, at: number): Opening {
  if (sessions === null) return { kind: 'unknown' };
  const next = sessions.find(({ toAt }) => at < toAt);
  if (!next) return { kind: 'over' };
  return at >= next.fromAt ? { kind: 'open', untilAt: next.toAt } : { kind: 'later', fromAt: next.fromAt };
}
