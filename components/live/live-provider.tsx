'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { signInAgain } from '../forms/sign-in-again.ts';
import type { BoardAnswer } from './board-answer.ts';
import { createBoardStore } from './board-store.ts';
import { LiveContext } from './live-context.ts';
import { openLink } from './live-link.ts';
import { createServerClock } from './server-clock.ts';

type LiveProviderProps = {
  first: BoardAnswer;
  /** The server no longer knows who reads here; without it, whoever it was is led to sign in. Keep it the same. */
  onNobody?: () => void;
  children: ReactNode;
};

/**
 * Gives everything inside one live board that starts as `first` and one clock. Give it the area's code as `key`: another
 * area is another line.
 */
export function LiveProvider({ first, onNobody = signInAgain, children }: LiveProviderProps) {
  const [live] = useState(() => ({
    store: createBoardStore(first, (flush) => requestAnimationFrame(flush), Date.now()),
    clock: createServerClock(first.asOf),
  }));
  const area = first.board.header.code;
  useEffect(() => openLink(area, live.store, live.clock, onNobody), [area, live, onNobody]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
