'use client';
import { useNowAs } from '../live/use-now.ts';

const TICK_MS = 10_000;

/** The server's time (epoch ms) for hundreds of countdowns that show minutes: fine enough, and cheap to draw. */
export const useTick = (): number => useNowAs((now) => now - (now % TICK_MS));
