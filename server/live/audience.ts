import { heldOrMade } from '../../lib/domain/held-or-made.ts';

/** Who watches which channel, and who could not keep up with it. `R` is whatever stands for a reader. */
export type Audience<R> = {
  join(reader: R, channel: string): void;
  /** The watch of one channel ends. */
  leave(reader: R, channel: string): void;
  /** The reader is gone. */
  forget(reader: R): void;
  of(channel: string): Iterable<R>;
  isWatched(channel: string): boolean;
  /** The channels that a reader watches. */
  channelsOf(reader: R): string[];
  /** The reader gets no more deltas of the channel until it is caught up with. */
  lag(reader: R, channel: string): void;
  lags(reader: R, channel: string): boolean;
  /** Everybody who lags and may be caught up with now, once: they lag no more. */
  takeLagging(ready: (reader: R) => boolean): { reader: R; channel: string }[];
};

export function createAudience<R>(): Audience<R> {
  const members = new Map<string, Set<R>>();
  const lagging = new Map<R, Set<string>>();

  return {
    join: (reader, channel) => void heldOrMade(members, channel, () => new Set<R>()).add(reader),
    leave(reader, channel) {
      members.get(channel)?.delete(reader);
      lagging.get(reader)?.delete(channel);
    },
    forget(reader) {
      for (const inside of members.values()) inside.delete(reader);
      lagging.delete(reader);
    },
    of: (channel) => members.get(channel) ?? [],
    isWatched: (channel) => (members.get(channel)?.size ?? 0) > 0,
    channelsOf: (reader) =>
      [...members].flatMap(([channel, inside]) => (inside.has(reader) ? [channel] : [])),
    lag: (reader, channel) => void heldOrMade(lagging, reader, () => new Set<string>()).add(channel),
    lags: (reader, channel) => lagging.get(reader)?.has(channel) ?? false,
    takeLagging(ready) {
      const taken: { reader: R; channel: string }[] = [];
      for (const [reader, channels] of lagging) {
        if (!ready(reader)) continue;
        lagging.delete(reader);
        for (const channel of channels) taken.push({ reader, channel });
      }
      return taken;
    },
  };
}
