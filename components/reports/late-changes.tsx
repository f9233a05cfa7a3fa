'use client';
import { useTranslations } from 'use-intl';
import { metricText } from '../../lib/i18n/report/report-words.ts';
import type { ReportAnswer } from '../../lib/wire/report.ts';
import { useReportWords } from './use-report-words.ts';

/** RP5: what is known differently now than at the cut-off; the report below stays as it was. */
export function LateChanges({ answer: { report, since } }: { answer: ReportAnswer }) {
  const t = useTranslations('reports');
  const words = useReportWords();
  const before = (metric: string): { was: string; wasN: number; wasOf: number } => {
    const { share = null, n = 0, of = 0 } = report.targets.find((one) => one.metric === metric) ?? {};
    return { was: words.format.percent(share), wasN: n, wasOf: of };
  };
  return (
    <section aria-label={t('since')} className="mt-3 rounded-lg border border-line px-3 py-2 text-small">
      <h3 className="font-semibold">{t('since')}</h3>
      {since.length === 0 ? (
        <p>{t('sinceNone')}</p>
      ) : (
        <ul>
          {since.map(({ metric, n, of, share }) => (
            <li key={metric}>
              {t('sinceLine', {
                metric: metricText(metric, report, words),
                share: words.format.percent(share),
                n,
                of,
                ...before(metric),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
