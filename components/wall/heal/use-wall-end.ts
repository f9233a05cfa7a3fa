'use client';
import { useEffect, useMemo, useState } from 'react';
import type { WallEnd } from '../../live/live-link.ts';
import { reloadWhenReachable } from './reload-when-reachable.ts';
import { createWallEnd, memoryMb } from './wall-end.ts';
import { watchFrames } from './watch-frames.ts';

const NAMED_MS = 15_000;

/** W6: keeps the picture drawn and of the server's version; tells when the wall is asked for its name. */
export function useWallEnd(build: string): { end: WallEnd; named: string | null } {
  const [named, setNamed] = useState<string | null>(null);
  const [frames] = useState<{ agoMs: () => number }>(() => ({ agoMs: () => 0 }));
  useEffect(() => {
    const watched = watchFrames(
      {
        now: () => performance.now(),
        frame: (draw) => void requestAnimationFrame(draw),
        visible: () => document.visibilityState === 'visible',
        every(ms, run) {
          const timer = setInterval(run, ms);
          return () => clearInterval(timer);
        },
      },
      () => void reloadWhenReachable(),
    );
    frames.agoMs = watched.agoMs;
    return watched.stop;
  }, [frames]);
  useEffect(() => {
    if (named === null) return;
    const timer = setTimeout(setNamed, NAMED_MS, null);
    return () => clearTimeout(timer);
  }, [named]);
  const end = useMemo(
    () =>
      createWallEnd({
        build,
        frameAgoMs: () => frames.agoMs(),
        roll: Math.random,
        shelf: {
          getItem: (key) => sessionStorage.getItem(key),
          setItem: (key, value) => sessionStorage.setItem(key, value),
        },
        later: (ms, run) => void setTimeout(run, ms),
        reload: () => void reloadWhenReachable(),
        identify: setNamed,
        measure: () => ({
          memoryMb: memoryMb(performance),
          width: Math.round(innerWidth * devicePixelRatio),
          height: Math.round(innerHeight * devicePixelRatio),
          upMs: Math.round(performance.now()),
        }),
      }),
    [build, frames],
  );
  return { end, named };
}
