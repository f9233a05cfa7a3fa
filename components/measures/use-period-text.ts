'use client';
import { useTranslations } from 'use-intl';
import type { Period } from '../../lib/domain/period.ts';
import type { PeriodAnswer } from '../../lib/wire/reads.ts';
import { useFormat } from '../ui/use-format.ts';

const MONTHS_OF = { month: 1, quarter: 3, half: 6 } as const;

/** A period in words: "tháng 11/2026", "quý 4/2026", else its days. Months of reports are named by the month they end in. */
export function usePeriodText(): (kind: PeriodAnswer['kind'], period: Period) => string {
  const t = useTranslations('period');
  const format = useFormat();
  return (kind, { from, to }) => {
    const year = to.slice(0, 4);
    const n = (months: number): string => String(Math.ceil(Number(to.slice(5, 7)) / months));
    switch (kind) {
      case 'day':
        return format.day(to);
      case 'month':
        return t('monthOf', { n: n(MONTHS_OF.month), year });
      case 'quarter':
        return t('quarterOf', { n: n(MONTHS_OF.quarter), year });
      case 'half':
        return t('halfOf', { n: n(MONTHS_OF.half), year });
      case 'nineMonths':
        return t('nineMonthsOf', { year });
      case 'year':
        return t('yearOf', { year });
      default:
        return from === to ? format.date(to) : t('span', { from: format.date(from), to: format.date(to) });
    }
  };
}
