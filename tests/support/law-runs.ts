/** `npm run soak` sets SOAK: laws run a hundred times as often as in `npm test`. */
export const soaking = process.env.SOAK === '1';

/** Number of random runs of a law, given the number for `npm test`. */
export function lawRuns(runs: number): number {
  return soaking ? runs * 100 : runs;
}
