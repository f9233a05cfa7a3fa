'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { ReceptionWhen } from '../../lib/domain/events/meeting.ts';
import { FORMAT_WORDS } from '../../lib/i18n/format-words.ts';

/** "Thứ Năm hằng tuần", "ngày 5, 20 hằng tháng". */
export function useWhenText(): (when: ReceptionWhen) => string {
  const t = useTranslations('meetings');
  const { weekdays } = FORMAT_WORDS[useLocale()];
  return (when) => {
    switch (when.kind) {
      case 'weekly':
        return t('weekly', { weekday: weekdays[when.weekday - 1] ?? '' });
      case 'monthly':
        return t('monthly', { days: when.daysOfMonth.join(', ') });
      case 'days':
        return t('days');
    }
  };
}
