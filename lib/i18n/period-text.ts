import type { useTranslations } from 'use-intl';
import type { ChosenPeriod } from '../domain/calendar/earlier-period.ts';
import type { Period } from '../domain/period.ts';
import type { Format } from './format.ts';

const MONTHS_OF = { month: 1, quarter: 3, half: 6 } as const;

export type PeriodWords = { period: ReturnType<typeof useTranslations<'period'>>; format: Format };

/** A period in words: "tháng 11/2026", "quý 4/2026", else its days. Months of reports are named by the month they end in. */
export function periodText(
  kind: ChosenPeriod | 'own',
  { from, to }: Period,
  { period: t, format }: PeriodWords,
): string {
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
}
