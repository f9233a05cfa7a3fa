'use client';
import { useSyncExternalStore } from 'react';
import { useLive } from './live-context.ts';

/** The server's time (epoch ms), once a second, the same for every age on the page. */
export function useNow(): number {
  const { clock } = useLive();
  return useSyncExternalStore(clock.subscribe, clock.now, clock.now);
}

/** A value of the server's time that re-draws only when it changes, such as a minute or a state. */
export function useNowAs<T extends string | number | boolean | null>(read: (now: number) => T): T {
  const { clock } = useLive();
  const get = (): T => read(clock.now());
  return useSyncExternalStore(clock.subscribe, get, get);
}
