import type { Cell } from './rollup.ts';
import { countAtMost, countOf } from './wait-histogram.ts';

/**
 * Q5: service level at X seconds. n = called with wait ≤ X; of = called + left uncalled after more than X + `waitingLonger`:
 * those not called, not ended and at the moment of reading already waiting more than X (all of them once their day is over).
 */
export function withinOf(
  cell: Pick<Cell, 'called' | 'waitBins' | 'leftBins'>,
  seconds: number,
  waitingLonger: number,
): [n: number, of: number] {
  const leftLate = countOf(cell.leftBins) - countAtMost(cell.leftBins, seconds);
  return [countAtMost(cell.waitBins, seconds), cell.called + leftLate + waitingLonger];
}

/** First instant at which a wait, floored to whole seconds, is more than X seconds. */
export const longerFrom = (waitStartAt: number, seconds: number): number =>
  waitStartAt + (seconds + 1) * 1000;
