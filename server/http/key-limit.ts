import { heldOrMade } from '../../lib/domain/held-or-made.ts';

/** What one key may send in one second; the contract promises at least 100 requests and 20,000 events. */
const MOST_REQUESTS = 5_000;
const MOST_EVENTS = 50_000;

type Window = { second: number; requests: number; events: number };

/** Counts per key and second. `take` says whether one more request of `events` items is within the limits. */
export function createKeyLimit(now: () => number): { take(key: string, events: number): boolean } {
  const windows = new Map<string, Window>();
  return {
    take(key, events) {
      const second = Math.floor(now() / 1000);
      const window = heldOrMade(windows, key, () => ({ second, requests: 0, events: 0 }));
      if (window.second !== second) Object.assign(window, { second, requests: 0, events: 0 });
      window.requests += 1;
      window.events += events;
      return window.requests <= MOST_REQUESTS && window.events <= MOST_EVENTS;
    },
  };
}
