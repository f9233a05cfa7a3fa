'use client';
import { useTranslations } from 'use-intl';
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';
import { useFormat } from '../ui/use-format.ts';

/** The words of reports in the reader's language. */
export function useReportWords(): ReportWords {
  const report = useTranslations('report');
  const period = useTranslations('period');
  return { report, period, format: useFormat() };
}
