'use client';
import { useLive } from '../live/live-context.ts';
import { useNowAs } from '../live/use-now.ts';

/** A TV's clock that is so far off is told: whoever compares it with a watch would doubt the numbers. */
const TOLD_FROM_MS = 10_000;

/** How far the TV's own clock is off, in whole ten seconds (ms); null: not worth a word. */
export function useDrift(): number | null {
  const { clock } = useLive();
  return useNowAs(() => {
    const off = Math.abs(clock.offset?.() ?? 0);
    return off < TOLD_FROM_MS ? null : Math.floor(off / TOLD_FROM_MS) * TOLD_FROM_MS;
  });
}
