import { BEAT_MS } from '../../lib/wire/socket.ts';

/** The server's clock as this page knows it, and the one tick per second that every age on the page shares. */
export type ServerClock = {
  /**
   * W5: epoch ms by the server's clock at which everything shown is judged. It stands when the next word is due and does
   * not come: what happened after is not known, so nobody waits longer and nothing turns red by itself.
   */
  now: () => number;
  /** Epoch ms of the last tick, by the server's clock, whether it is heard or not. */
  timeOfDay: () => number;
  /** How far the server's clock is ahead of the own one, ms; null: it has not said. */
  offset: () => number | null;
  subscribe: (listener: () => void) => () => void;
  /** At `ownNow` what is shown was known to be what the server knows. */
  heard: (ownNow: number) => void;
  /** A round trip: asked at `sentAt`, answered at `receivedAt` (own clock) with the server's `at`. */
  answered: (at: number, sentAt: number, receivedAt: number) => void;
  /** A beat; tells whether the clocks have moved apart so far that the server should be asked again. */
  beat: (at: number, receivedAt: number) => boolean;
  /** A second went by on the own clock. */
  tick: (ownNow: number) => void;
};

/** A beat is late by its way here; more than this and one of the clocks was set, or the machine slept. */
const APART_MS = 2_000;

/**
 * Starts at the instant of the first picture and stands still there until the server has said what time it is, or tells
 * the time of day from the offset that was known before.
 */
export function createServerClock(firstAt: number, known: number | null = null): ServerClock {
  let offset = known;
  let heardAt: number | null = null;
  let now = firstAt;
  let timeOfDay = firstAt;
  const listeners = new Set<() => void>();
  const tick = (ownNow: number): void => {
    if (offset === null) return;
    timeOfDay = ownNow + offset;
    if (heardAt !== null) now = Math.min(timeOfDay, heardAt + offset + BEAT_MS);
    for (const listener of listeners) listener();
  };
  return {
    now: () => now,
    timeOfDay: () => timeOfDay,
    offset: () => offset,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard: (ownNow) => {
      const stood = heardAt === null || ownNow > heardAt + BEAT_MS;
      heardAt = ownNow;
      if (stood) tick(ownNow);
    },
    answered: (at, sentAt, receivedAt) => {
      offset = at - (sentAt + receivedAt) / 2;
      tick(receivedAt);
    },
    beat: (at, receivedAt) => {
      const apart = offset === null || Math.abs(at - receivedAt - offset) > APART_MS;
      if (apart) {
        offset = at - receivedAt;
        tick(receivedAt);
      }
      return apart;
    },
    tick,
  };
}
