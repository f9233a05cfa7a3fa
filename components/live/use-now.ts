'use client';
import { useSyncExternalStore } from 'react';
import { useLive } from './live-context.ts';

/**
 * The server's time (epoch ms) at which what is shown is judged, once a second, the same for every age on the page. It
 * stands while the server is not heard (W5).
 */
export function useNow(): number {
  const { clock } = useLive();
  return useSyncExternalStore(clock.subscribe, clock.now, clock.now);
}

/** A value of that time that re-draws only when it changes, such as a minute or a state. */
export function useNowAs<T extends string | number | boolean | null>(read: (now: number) => T): T {
  const { clock } = useLive();
  const get = (): T => read(clock.now());
  return useSyncExternalStore(clock.subscribe, get, get);
}

/** A value of the time of day, which goes on whether the server is heard or not: for clocks, never for what they judge. */
export function useTimeOfDayAs<T extends string | number | boolean | null>(read: (now: number) => T): T {
  const { clock } = useLive();
  const get = (): T => read(clock.timeOfDay?.() ?? clock.now());
  return useSyncExternalStore(clock.subscribe, get, get);
}
