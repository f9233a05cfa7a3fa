'use client';
import { useSyncExternalStore } from 'react';
import type { LinkState } from './link-state.ts';
import { useLive } from './live-context.ts';

/** State of the line to the server. */
export function useLink(): LinkState {
  const { store } = useLive();
  return useSyncExternalStore(store.subscribe, store.link, store.link);
}
