'use client';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { useTimeOfDayAs } from '../live/use-now.ts';
import { useFormat } from '../ui/use-format.ts';
import { useWallBoard } from './use-wall-board.ts';

/** When the latest fact happened, with its day where that is another; null: nothing was told. */
export function useDataTime(): string | null {
  const format = useFormat();
  const at = useWallBoard((board) => board.totals.lastEventAt);
  const zone = useWallBoard((board) => board.header.timezone);
  const today = useTimeOfDayAs((now) => localDay(zone, now));
  if (at === null) return null;
  const on = localDay(zone, at);
  return on === today ? format.clock(at, zone) : `${format.clock(at, zone)} ${format.dayShort(on)}`;
}
