import { shareOf } from './wilson.ts';

/** What changed between two shares: `by` = later − earlier, with its 95 % interval, and whether chance explains it. */
export type Change = {
  by: number;
  low: number;
  high: number;
  signal: 'up' | 'down' | 'withinNoise';
};

type Count = { n: number; of: number };

/**
 * W3: the change of a share and its 95 % interval by Newcombe's method 10 (Statistics in Medicine 17, 1998), which joins
 * the two Wilson intervals. Null where either share has none.
 */
export function changeOf(later: Count, earlier: Count): Change | null {
  const a = shareOf(later.n, later.of);
  const b = shareOf(earlier.n, earlier.of);
  if (a.share === null || a.low === null || a.high === null) return null;
  if (b.share === null || b.low === null || b.high === null) return null;
  const by = a.share - b.share;
  const low = by - Math.hypot(a.share - a.low, b.high - b.share);
  const high = by + Math.hypot(a.high - a.share, b.share - b.low);
  return { by, low, high, signal: low > 0 ? 'up' : high < 0 ? 'down' : 'withinNoise' };
}
