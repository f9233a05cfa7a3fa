'use client';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';

/** The days on which a role holds, in words; null: open. */
export function useDays(): (fromDay: string | null, toDay: string | null) => string {
  const t = useTranslations('account');
  const format = useFormat();
  return (fromDay, toDay) => {
    const [from, to] = [format.day(fromDay), format.day(toDay)];
    if (fromDay !== null && toDay !== null) return t('span', { from, to });
    if (fromDay !== null) return t('from', { from });
    return toDay === null ? t('always') : t('until', { to });
  };
}
