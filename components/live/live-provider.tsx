'use client';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { BoardAnswer } from './board-answer.ts';
import { type BoardStore, createBoardStore } from './board-store.ts';
import { openLink } from './live-link.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';

type Live = { store: BoardStore; clock: ServerClock };

const LiveContext = createContext<Live | null>(null);

/**
 * Gives everything inside one live board that starts as `first` and one clock. Give it the area's code as `key`: another
 * area is another line.
 */
export function LiveProvider({ first, children }: { first: BoardAnswer; children: ReactNode }) {
  const [live] = useState<Live>(() => ({
    store: createBoardStore(first, (flush) => requestAnimationFrame(flush), Date.now()),
    clock: createServerClock(first.asOf),
  }));
  const area = first.board.header.code;
  useEffect(() => openLink(area, live.store, live.clock), [area, live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** The board and clock of the page. Throws outside a LiveProvider. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('A live board is read outside of LiveProvider');
  return live;
}
