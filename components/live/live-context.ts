'use client';
import { createContext, useContext } from 'react';
import type { ShownBoard } from '../../lib/wire/wall-board.ts';
import type { BoardStore } from './board-store.ts';
import type { ServerClock } from './server-clock.ts';

/** What pictures of an area are drawn from: its board, and the clock by which everything on it ages. */
type Live = {
  store: Pick<BoardStore<ShownBoard>, 'board' | 'link' | 'since' | 'subscribe'>;
  clock: Pick<ServerClock, 'now' | 'subscribe'> & Partial<Pick<ServerClock, 'offset' | 'timeOfDay'>>;
};

export const LiveContext = createContext<Live | null>(null);

/** The board and clock of the page. Throws where there is none. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('A live board is read outside of LiveProvider');
  return live;
}
