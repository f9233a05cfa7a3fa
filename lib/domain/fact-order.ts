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
