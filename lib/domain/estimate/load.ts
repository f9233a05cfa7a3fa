import type { Situation } from './situation.ts';

/** Steps of the scale of loads: finer than what they tell apart, so that neighbours may be pooled. */
const STEPS_A_DOUBLING = 4;

/** Nobody works for the service: the wait is one for an opening, not for a turn. */
export const NOBODY = -100;
/** Nobody is ahead and a counter is free. */
export const AT_ONCE = -99;

/** E3: turns until one's own for each counter that works, as a step of a scale; situations of one load are alike. */
export function loadOf({ ahead, working, free }: Situation): number {
  if (working === 0) return NOBODY;
  if (ahead === 0 && free > 0) return AT_ONCE;
  return Math.round(Math.log2((ahead + 1) / working) * STEPS_A_DOUBLING);
}
