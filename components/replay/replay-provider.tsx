'use client';
import { useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useLocale } from 'use-intl';
import type { ReplayAnswer } from '../../lib/wire/replay.ts';
import { sendJson } from '../forms/send-json.ts';
import { isSignedOut, signInAgain } from '../forms/sign-in-again.ts';
import { createBoardStore } from '../live/board-store.ts';
import { LiveContext } from '../live/live-context.ts';
import { numbersCame } from '../live/numbers-first.ts';
import { PastContext } from '../ui/in-past.tsx';
import { replayPath, replayQuestion, type Speed } from './replay-path.ts';
import { type Asking, createPlayer, type PlayerState, type ReplayPlayer } from './replay-player.ts';

const TICK_MS = 250;
/** How often the address follows while it plays. */
const ADDRESS_MS = 5_000;

const PlayerContext = createContext<ReplayPlayer | null>(null);

/** Gives everything inside a past board that can be played, and its clock. Give it the area's code as `key`. */
export function ReplayProvider({
  first,
  speed,
  children,
}: {
  first: ReplayAnswer;
  speed: Speed;
  children: ReactNode;
}) {
  const language = useLocale();
  const router = useRouter();
  const area = first.board.header.code;
  const [{ store, player, clock }] = useState(() => {
    const board = createBoardStore(
      { ...first, epoch: 'past', seq: 0 },
      (flush) => requestAnimationFrame(flush),
      0,
    );
    const ask = async ({ at, known, steps }: Asking) => {
      const path = replayQuestion({ area, at, known }, steps);
      const sent = await sendJson<ReplayAnswer>('GET', path, undefined, { language });
      if (sent.ok) return sent;
      if (isSignedOut(sent.refusal)) signInAgain();
      const { code, retryAfterSeconds: seconds } = sent.refusal;
      return { ok: false as const, code, seconds };
    };
    const played = createPlayer({ area, first, speed, store: board, ask });
    return {
      store: board,
      player: played,
      clock: { now: () => played.state().at, subscribe: played.subscribe },
    };
  });
  const live = useMemo(() => ({ store, clock }), [store, clock]);
  const past = useMemo(() => {
    const pathOf = (code: string): string => replayPath({ ...player.state(), area: code });
    return { pathOf, open: (code: string) => router.push(pathOf(code)) };
  }, [player, router]);

  useEffect(() => {
    // The charts of a picture wait for its first numbers: here they are there at once.
    numbersCame();
    let last = performance.now();
    const ticking = setInterval(() => {
      const now = performance.now();
      player.tick(now - last);
      last = now;
    }, TICK_MS);
    let written = '';
    const write = (): void => {
      const path = replayPath({ ...player.state(), area });
      if (path !== written) history.replaceState(null, '', path);
      written = path;
    };
    const writing = setInterval(write, ADDRESS_MS);
    const stopped = player.subscribe(() => {
      if (!player.state().playing && !player.state().loading) write();
    });
    return () => {
      clearInterval(ticking);
      clearInterval(writing);
      stopped();
    };
  }, [player, area]);

  return (
    <PlayerContext value={player}>
      <PastContext value={past}>
        <LiveContext value={live}>{children}</LiveContext>
      </PastContext>
    </PlayerContext>
  );
}

/** The player of the page, and its state. */
export function usePlayer(): [PlayerState, ReplayPlayer] {
  const player = useContext(PlayerContext);
  if (!player) throw new Error('A replay is read outside of ReplayProvider');
  return [useSyncExternalStore(player.subscribe, player.state, player.state), player];
}
