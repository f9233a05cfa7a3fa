/** The key that orders facts of one subject wherever and whenever they arrive: (time, rank, source, id). */
export type FactKey = { at: number; source: string; id: string };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of two facts of equal rank: time, then source, then id (code units, so it is the same everywhere). */
export function compareFacts(a: FactKey, b: FactKey): number {
  return a.at - b.at || byText(a.source, b.source) || byText(a.id, b.id);
}

/** The later of what is held and what is new: how counters, gauges and issuing are folded. */
export function isLater(candidate: FactKey, held: FactKey | undefined): boolean {
  return held === undefined || compareFacts(candidate, held) > 0;
}

/** Adds a fact in its place; the list stays sorted by `compare`. The same (source, id) twice is one fact. */
export function insertFact<F extends FactKey>(
  facts: readonly F[],
  fact: F,
  compare: (a: F, b: F) => number,
): F[] {
  const known = facts.findIndex(({ source, id }) => id === fact.id && source === fact.source);
  const next = known < 0 ? [...facts] : facts.toSpliced(known, 1);
  let at = next.length;
  for (let held = next[at - 1]; held && compare(fact, held) < 0; held = next[at - 1]) at -= 1;
  if (at === next.length) next.push(fact);
  else next.splice(at, 0, fact);
  return next;
}
