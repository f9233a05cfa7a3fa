/** Reasons of a rating that speak of conditions and not of conduct: nobody answers for them in person. */
const CONDITIONS: ReadonlySet<string> = new Set([
  'long_wait',
  'repeated_visits',
  'extra_papers',
  'unclear_guidance',
  'fee',
  'software',
  'waiting_place',
]);

export const isCondition = (reason: string): boolean => CONDITIONS.has(reason);
