'use client';
import { useTranslations } from 'use-intl';
import type { Bucket } from '../../lib/domain/period.ts';
import { useFormat } from '../ui/use-format.ts';

/** A bucket by its name: "9:30", "T2 23/11", "tuần 23/11", "tháng 11/2026". */
export function useBucketText(): (bucket: Bucket, name: string) => string {
  const t = useTranslations('history');
  const periods = useTranslations('period');
  const format = useFormat();
  return (bucket, name) => {
    const year = name.slice(0, 4);
    const month = Number(name.slice(5, 7));
    switch (bucket) {
      case 'half_hour':
      case 'hour':
        return name.slice(11).replace(/^0/, '');
      case 'day':
        return format.dayShort(name);
      case 'week':
        return t('weekOf', { day: format.date(name).slice(0, -5) });
      case 'month':
        return periods('monthOf', { n: String(month), year });
      case 'quarter':
        return periods('quarterOf', { n: String(Math.ceil(month / 3)), year });
      case 'year':
        return year;
    }
  };
}
