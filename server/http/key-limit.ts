import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { RATES } from './limits.ts';

type Window = { second: number; requests: number; events: number };

/**
 * Counts per key and second. `take` says whether one more request of `events` items is within the limits. Without the
 * timer and the promise that rate-limiter-flexible spends on each: this is asked thousands of times a second.
 */
export function createKeyLimit(now: () => number): { take(key: string, events: number): boolean } {
  const windows = new Map<string, Window>();
  return {
    take(key, events) {
      const second = Math.floor(now() / 1000);
      const window = heldOrMade(windows, key, () => ({ second, requests: 0, events: 0 }));
      if (window.second !== second) Object.assign(window, { second, requests: 0, events: 0 });
      window.requests += 1;
      window.events += events;
      return window.requests <= RATES.keySends.points && window.events <= RATES.keyEvents.points;
    },
  };
}
