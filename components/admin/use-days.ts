'use client';
import { useLocale, useTranslations } from 'use-intl';
import { MISSING } from '../../lib/i18n/format.ts';
import { FORMAT_WORDS } from '../../lib/i18n/format-words.ts';
import { useFormat } from '../ui/use-format.ts';

/** "23/11/2026" of a local date. */
export function useDate(): (day: string) => string {
  const { date } = FORMAT_WORDS[useLocale()];
  return (day) => {
    const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number);
    return date(year, month, ofMonth);
  };
}

/** "từ 01/11/2026 đến 31/12/2026"; nothing where it holds without an end. */
export function useDays(): (days: { fromDay: string | null; toDay: string | null }) => string {
  const t = useTranslations('admin');
  const date = useDate();
  return ({ fromDay, toDay }) =>
    [fromDay && t('fromDay', { day: date(fromDay) }), toDay && t('toDay', { day: date(toDay) })]
      .filter(Boolean)
      .join(' ');
}

/** Clock and date of an ISO instant in the reader's own zone, since administration belongs to no area; null reads "—". */
export function useInstant(): (iso: string | null) => string {
  const format = useFormat();
  const date = useDate();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (iso) => {
    if (iso === null) return MISSING;
    const at = Date.parse(iso);
    return `${format.clock(at, zone)} ${date(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at))}`;
  };
}
