'use client';
import { useTranslations } from 'use-intl';
import { MISSING } from '../../lib/i18n/format.ts';
import { useDate } from '../admin/use-days.ts';
import { useFormat } from '../ui/use-format.ts';

/** Local date of an instant (epoch ms), as ISO. */
export const dayIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

/** Wall clock "HH:MM" of an instant (epoch ms). */
export const clockIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** The last minute of a day: what is due then is due at any time of it. */
const DAY_END = '23:59';

/** "16:30 ngày 17/11/2026" of an ISO instant in a unit's zone; what lasts the whole day reads as the day alone. */
export function useMoment(): (iso: string | null, zone: string) => string {
  const t = useTranslations('apology.page');
  const format = useFormat();
  const date = useDate();
  return (iso, zone) => {
    if (iso === null) return MISSING;
    const at = Date.parse(iso);
    const day = date(dayIn(zone, at));
    return clockIn(zone, at) === DAY_END ? day : t('at', { clock: format.clock(at, zone), day });
  };
}
