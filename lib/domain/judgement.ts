import { shareOf } from './wilson.ts';

/** Below this many cases the reader is told "ít trường hợp". */
export const FEW_BELOW = 30;

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

// Targets are decimal fractions; 0.98 × 50 is 49.000000000000004 in binary, which must not cost a case.
const EPSILON = 1e-9;

export function judge(n: number, of: number, target: number): Judgement {
  if (of <= 0) return { result: null, signal: null, few: false, spare: null, short: null };
  const needed = Math.ceil(target * of - EPSILON);
  const met = n >= needed;
  const { low, high } = shareOf(n, of);
  const clear = low !== null && high !== null && (met ? low >= target : high < target);
  return {
    result: met ? 'met' : 'notMet',
    signal: clear ? 'clear' : 'withinNoise',
    few: of < FEW_BELOW,
    spare: met ? allowedMisses(n, of, target) : null,
    short: met ? null : needed - n,
  };
}

// The largest k with n ÷ (of + k) ≥ target: each further miss adds one case and no hit.
function allowedMisses(n: number, of: number, target: number): number | null {
  return target > 0 ? Math.max(0, Math.floor(n / target - of + EPSILON)) : null;
}
