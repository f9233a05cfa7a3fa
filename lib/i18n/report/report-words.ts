import type { useTranslations } from 'use-intl';
import type { ReportMetric } from '../../domain/report/report-target.ts';
import { localDay } from '../../domain/zoned-time.ts';
import type { ReportData } from '../../wire/report.ts';
import type { Format } from '../format.ts';
import type { PeriodWords } from '../period-text.ts';

/** The words of reports in one language. */
export type ReportWords = PeriodWords & {
  report: ReturnType<typeof useTranslations<'report'>>;
  format: Format;
};

/** The seconds of a wait that a report's share of waits is about. */
const secondsOf = (data: ReportData): number | null =>
  data.targets.find(({ metric }) => metric === 'within')?.seconds ?? null;

/** The name of a target: "Chờ không quá 15 phút". */
export const metricText = (
  metric: ReportMetric,
  data: ReportData,
  { report: t, format }: ReportWords,
): string => t(`metric.${metric}`, { length: format.duration(secondsOf(data)) });

/** "16:45 25/11/2026" in the zone of the report's area. */
export function momentText(iso: string, { area: { zone } }: ReportData, { format }: ReportWords): string {
  const at = Date.parse(iso);
  return `${format.clock(at, zone)} ${format.date(localDay(zone, at))}`;
}
