'use client';
import { useFormat } from '../ui/use-format.ts';
import { useBoard } from './use-board.ts';
import { useNowAs } from './use-now.ts';

/** Wall clock of the area, to the minute. */
export function useClock(): string {
  const format = useFormat();
  const zone = useBoard((board) => board.header.timezone);
  return useNowAs((now) => format.clock(now, zone));
}
