/** `npm run soak` sets SOAK: laws run a hundred times as often as in `npm test`. */
export const soaking = process.env.SOAK === '1';

/** Number of random runs of a law, given the number for `npm test`. */
export function lawRuns(runs: number): number {
  return soaking ? runs * 100 : runs;
}

/** Milliseconds that a law on PostgreSQL may take: minutes on a busy machine, where each run waits for the disk. */
export const lawPatienceMs = lawRuns(240_000);
