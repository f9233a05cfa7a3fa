'use client';
import { useTranslations } from 'use-intl';
import type { Limit } from '../../lib/domain/calendar/due.ts';

/** A limit in words: "3 ngày làm việc". */
export function useLimitText(): (limit: Limit) => string {
  const t = useTranslations('calendar.limits');
  return (limit) => {
    switch (limit.kind) {
      case 'days':
        return t('days', { n: limit.days });
      case 'hours':
        return t('hours', { n: limit.hours });
      case 'sameDay':
        return t('sameDay', { cutOff: limit.cutOff.replace(/^0/, '') });
    }
  };
}
