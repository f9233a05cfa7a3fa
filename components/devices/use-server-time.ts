'use client';
import { useEffect, useState } from 'react';

const TICK_MS = 5_000;

/** The server's time (epoch ms) as this device knows it, every few seconds: lengths here are told in minutes. */
export function useServerTime(ahead: number): number {
  const [now, setNow] = useState(() => Date.now() + ahead);
  useEffect(() => {
    const tick = (): void => setNow(Date.now() + ahead);
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [ahead]);
  return now;
}
