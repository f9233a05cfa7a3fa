import type { WaitRange } from '../../../lib/wire/wall-board.ts';

/** A range in whole minutes, never narrower than what was measured; null: it is not known. */
export function waitMinutes(wait: WaitRange | null): { low: number; high: number } | null {
  if (wait === null) return null;
  const low = Math.floor(wait.lowSec / 60);
  return { low, high: Math.max(low, Math.ceil(wait.highSec / 60)) };
}
