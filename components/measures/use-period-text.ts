'use client';
import { useTranslations } from 'use-intl';
import type { Period } from '../../lib/domain/period.ts';
import { periodText } from '../../lib/i18n/period-text.ts';
import type { PeriodAnswer } from '../../lib/wire/reads.ts';
import { useFormat } from '../ui/use-format.ts';

/** A period in words. */
export function usePeriodText(): (kind: PeriodAnswer['kind'], period: Period) => string {
  const period = useTranslations('period');
  const format = useFormat();
  return (kind, days) => periodText(kind, days, { period, format });
}
