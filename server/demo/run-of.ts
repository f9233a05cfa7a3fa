/** Names the run of a day: the same day and seed tell the same events. */
export const runOf = (day: string, seed: number): string => `${day}-${seed}`;
