/** Gives what was made for a key while it is of the same state and no older than that; what failed is made anew. */
type Kept<T> = (key: string, of: string, make: () => Promise<T>) => Promise<T>;

/** Keeps answers for a while, so that nobody can make the database work by asking often; `now` in epoch ms. */
export function createKept<T>(now: () => number, keptMs: number): Kept<T> {
  const kept = new Map<string, { of: string; until: number; made: Promise<T> }>();
  return (key, of, make) => {
    const held = kept.get(key);
    if (held?.of === of && now() < held.until) return held.made;
    const made = make();
    kept.set(key, { of, until: now() + keptMs, made });
    made.catch(() => kept.delete(key));
    return made;
  };
}
