/**
 * S6: what can be wrong without being anybody's conduct; fixed, so that they pool everywhere. Corruption is not among
 * them: it has its own way, to the level above.
 */
export const CONDITIONS = [
  'long_wait',
  'repeated_visits',
  'extra_papers',
  'unclear_guidance',
  'fee',
  'software',
  'waiting_place',
] as const;
export type Condition = (typeof CONDITIONS)[number];

const HELD: ReadonlySet<string> = new Set(CONDITIONS);

export const isCondition = (reason: string): reason is Condition => HELD.has(reason);
