'use client';
import { useTranslations } from 'use-intl';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { SurveyLine } from '../../lib/wire/survey-reads.ts';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';

/** One survey as what it is: its own number with n, period, method and document, and who entered it. */
export function SurveyItem({ survey, place, zone }: { survey: SurveyLine; place: string; zone: string }) {
  const t = useTranslations('surveys');
  const format = useFormat();
  const { name, fromDay, toDay, n, measure, value, interval, method, source, entries } = survey;
  const day = format.date(localDay(zone, Date.parse(survey.enteredAt)));
  const entered =
    survey.enteredBy === null
      ? t('enteredBySystem', { day })
      : t('enteredBy', { name: survey.enteredBy, day });
  return (
    <li className="border-b border-grid py-2 last:border-0">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 font-medium wrap-anywhere">
          {name} · {place}
        </span>
        <span>
          <Share share={value} of={n} className="font-semibold" />
          <span className="text-small text-ink2">
            {' '}
            {t(measure)} · {t('of', { n })}
            {interval &&
              ` · ${t('interval', { low: format.percent(interval.low), high: format.percent(interval.high) })}`}
          </span>
        </span>
      </p>
      <p className="mt-0.5 text-small text-ink2 wrap-anywhere">
        {t('period', { from: format.date(fromDay), to: format.date(toDay) })} ·{' '}
        {t('sourceOf', { method, source })} · {entered}
        {entries > 1 && ` · ${t('replaced', { n: entries - 1 })}`}
      </p>
    </li>
  );
}
