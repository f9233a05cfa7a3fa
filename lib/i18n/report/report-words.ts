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

/** "16:45 ngày 25/11/2026" in the zone of the report's area. */
export function momentText(
  iso: string,
  { area: { zone } }: ReportData,
  { report: t, format }: ReportWords,
): string {
  const at = Date.parse(iso);
  return t('moment', { clock: format.clock(at, zone), day: format.date(localDay(zone, at)) });
}

/** From one moment to another, with one day where it is one; `to` null: it has not ended. */
export function spanText(from: string, to: string | null, data: ReportData, words: ReportWords): string {
  const { zone } = data.area;
  if (to === null) return momentText(from, data, words);
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const sameDay = localDay(zone, first) === localDay(zone, last);
  const begun = sameDay ? words.format.clock(first, zone) : momentText(from, data, words);
  return `${begun} – ${momentText(to, data, words)}`;
}
