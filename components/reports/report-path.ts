import { REPORT_KINDS, type ReportKind } from '../../lib/domain/report/report-kind.ts';
import { type PeriodAsked, periodAsked } from '../measures/period-query.ts';

/** The report that an address asks for: a period, or a cut-off by its seq. */
export type ReportAsked = PeriodAsked & { kind: ReportKind; frozen: string | null };

/** The report of an address; that of the current month where it names none. */
export function reportAsked(address: Pick<URLSearchParams, 'get'>): ReportAsked {
  const asked = periodAsked(address);
  return {
    ...asked,
    kind: REPORT_KINDS.find((one) => one === asked.kind) ?? 'month',
    frozen: address.get('frozen'),
  };
}

/** The question to `GET …/report`, or to a file of it. */
export function reportPath(
  area: string,
  { kind, months, day, frozen }: ReportAsked,
  file: { extension: 'pdf' | 'docx' | 'xlsx'; lang: 'vi' | 'en' } | null = null,
): string {
  const query = new URLSearchParams(frozen === null ? { kind, months } : { frozen });
  if (frozen === null && day) query.set('day', day);
  if (file) query.set('lang', file.lang);
  return `/areas/${encodeURIComponent(area)}/report${file ? `.${file.extension}` : ''}?${query}`;
}
