'use client';
import { useEffect, useState } from 'react';
import type { OpenWall } from '../../../lib/wire/access/wall-session.ts';
import { isWallBoard } from '../../../lib/wire/wall-board.ts';
import { useLive } from '../../live/live-context.ts';
import { useTimeOfDayAs } from '../../live/use-now.ts';
import { useWallBoard } from '../use-wall-board.ts';
import { keepShell } from './keep-shell.ts';
import { keepPicture } from './kept-picture.ts';
import { nightReloadAt } from './reload-plan.ts';
import { reloadWhenReachable } from './reload-when-reachable.ts';

const KEEP_MS = 5_000;

/** W5, W6: keeps the last picture and the shell of the page, reloads at night, keeps the screen awake. Draws nothing. */
export function WallLife({ wall }: { wall: OpenWall }) {
  const { store, clock } = useLive();
  const zone = useWallBoard((board) => board.header.timezone);
  const [nightAt] = useState(() => nightReloadAt(zone, (clock.timeOfDay ?? clock.now)(), Math.random()));
  const night = useTimeOfDayAs((now) => now >= nightAt);

  useEffect(() => {
    const keep = (): void => {
      const board = store.board();
      if (!isWallBoard(board) || store.link().level !== 'live') return;
      // Of the instant at which it was known, not of now: both by the server's clock and by the own one.
      const [asOf, offsetMs] = [clock.now(), clock.offset?.() ?? 0];
      keepPicture(localStorage, {
        wall,
        first: { ...store.since(), asOf, board },
        heardAt: asOf - offsetMs,
        offsetMs,
      });
    };
    const timer = setInterval(keep, KEEP_MS);
    window.addEventListener('pagehide', keep);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [store, clock, wall]);

  useEffect(() => {
    keepShell().catch(() => undefined);
    const wake = (): void => void navigator.wakeLock?.request('screen').catch(() => undefined);
    wake();
    document.addEventListener('visibilitychange', wake);
    return () => document.removeEventListener('visibilitychange', wake);
  }, []);

  useEffect(() => {
    // What cannot be heard is not reloaded either: the picture with its age is better than none.
    if (night && store.link().level === 'live') void reloadWhenReachable();
  }, [night, store]);
  return null;
}
