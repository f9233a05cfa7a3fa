import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Format } from '../../lib/i18n/format.ts';

/** Clock and date of an instant (epoch ms) where the reader sits: accounts belong to no area. */
export function localTime(format: Format, at: number): { time: string; day: string } {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { time: format.clock(at, zone), day: format.day(localDay(zone, at)) };
}
