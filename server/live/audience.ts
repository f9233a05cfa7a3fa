import { heldOrMade } from '../../lib/domain/held-or-made.ts';

/** Who watches which area, and who could not keep up with it. `R` is whatever stands for a reader. */
export type Audience<R> = {
  join(reader: R, area: string): void;
  /** The watch of one area ends. */
  leave(reader: R, area: string): void;
  /** The reader is gone. */
  forget(reader: R): void;
  of(area: string): Iterable<R>;
  isWatched(area: string): boolean;
  /** The areas that a reader watches. */
  areasOf(reader: R): string[];
  /** The reader gets no more deltas of the area until it is caught up with. */
  lag(reader: R, area: string): void;
  lags(reader: R, area: string): boolean;
  /** Everybody who lags and may be caught up with now, once: they lag no more. */
  takeLagging(ready: (reader: R) => boolean): { reader: R; area: string }[];
};

export function createAudience<R>(): Audience<R> {
  const members = new Map<string, Set<R>>();
  const lagging = new Map<R, Set<string>>();

  return {
    join: (reader, area) => void heldOrMade(members, area, () => new Set<R>()).add(reader),
    leave(reader, area) {
      members.get(area)?.delete(reader);
      lagging.get(reader)?.delete(area);
    },
    forget(reader) {
      for (const inside of members.values()) inside.delete(reader);
      lagging.delete(reader);
    },
    of: (area) => members.get(area) ?? [],
    isWatched: (area) => (members.get(area)?.size ?? 0) > 0,
    areasOf: (reader) => [...members].flatMap(([area, inside]) => (inside.has(reader) ? [area] : [])),
    lag: (reader, area) => void heldOrMade(lagging, reader, () => new Set<string>()).add(area),
    lags: (reader, area) => lagging.get(reader)?.has(area) ?? false,
    takeLagging(ready) {
      const taken: { reader: R; area: string }[] = [];
      for (const [reader, areas] of lagging) {
        if (!ready(reader)) continue;
        lagging.delete(reader);
        for (const area of areas) taken.push({ reader, area });
      }
      return taken;
    },
  };
}
