'use client';
import { type ReactNode, useEffect, useState } from 'react';
import type { ShownBoard } from '../../lib/wire/wall-board.ts';
import { signInAgain } from '../forms/sign-in-again.ts';
import type { BoardAnswer } from './board-answer.ts';
import { createBoardStore } from './board-store.ts';
import { LiveContext } from './live-context.ts';
import { openLink, type WallEnd } from './live-link.ts';
import { createServerClock } from './server-clock.ts';

type LiveProviderProps<B> = {
  first: BoardAnswer<B>;
  /** The server no longer knows who reads here; without it, whoever it was is led to sign in. Keep it the same. */
  onNobody?: () => void;
  /** Of a wall: what else is said on its line. Keep it the same. */
  wall?: WallEnd;
  /** Of a picture that is older than the page: when it was heard, by the own clock, and how far the server's is ahead. */
  heard?: { at: number; offsetMs: number };
  children: ReactNode;
};

/**
 * Gives everything inside one live board that starts as `first` and one clock. Give it the area's code as `key`: another
 * area is another line.
 */
export function LiveProvider<B extends ShownBoard>({
  first,
  onNobody = signInAgain,
  wall,
  heard,
  children,
}: LiveProviderProps<B>) {
  const [live] = useState(() => ({
    store: createBoardStore(first, (flush) => requestAnimationFrame(flush), heard?.at ?? Date.now()),
    clock: createServerClock(first.asOf, heard?.offsetMs),
  }));
  const area = first.board.header.code;
  useEffect(
    () => openLink(area, live.store, live.clock, { onNobody, ...(wall && { wall }) }),
    [area, live, onNobody, wall],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}
