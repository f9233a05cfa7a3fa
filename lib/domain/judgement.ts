import { shareOf } from './wilson.ts';

/** Below this many cases the reader is told "ít trường hợp". */
const FEW_BELOW = 30;

/**
 * A count against a target: two separate statements (4-measures, "Against a target"). `result` is judged on exact
 * counts, `signal` on what the interval can bear. `spare` is how many more misses the period allows; `short` how many
 * more hits it lacks. All null when nothing was counted.
 */
export type Judgement = {
  result: 'met' | 'notMet' | null;
  signal: 'clear' | 'withinNoise' | null;
  few: boolean;
  spare: number | null;
  short: number | null;
};

// Whole numbers decide: in binary 0.98 × 50 is more than 49, and a result must not hang on that. Targets count to the
// millionth; counts up to nine thousand million stay exact.
const PARTS = 1_000_000;
const wholeQuotient = (n: number, by: number): number => (n - (n % by)) / by;

/** G7–G9: judges a count; `target` is a share (0–1). */
export function judge(n: number, of: number, target: number): Judgement {
  if (of <= 0) return { result: null, signal: null, few: false, spare: null, short: null };
  const parts = Math.round(target * PARTS);
  const needed = wholeQuotient(parts * of + PARTS - 1, PARTS);
  const met = n >= needed;
  const { low, high } = shareOf(n, of);
  const clear = low !== null && high !== null && (met ? low >= target : high < target);
  return {
    result: met ? 'met' : 'notMet',
    signal: clear ? 'clear' : 'withinNoise',
    few: of < FEW_BELOW,
    spare: met ? allowedMisses(n, of, parts) : null,
    short: met ? null : needed - n,
  };
}

// The largest k with n ÷ (of + k) ≥ target: each further miss adds one case and no hit.
function allowedMisses(n: number, of: number, parts: number): number | null {
  return parts > 0 ? Math.max(0, wholeQuotient(n * PARTS, parts) - of) : null;
}
