'use client';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'use-intl';
import type { SurveysAnswer } from '../../lib/wire/survey-reads.ts';
import { fullName } from '../board/place-name.ts';
import { useThrottled } from '../charts/use-throttled.ts';
import { useBoard } from '../live/use-board.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { SurveyItem } from './survey-item.tsx';

// A panel of the first page: its files come after its figures.
const FigureFiles = dynamic(() => import('../charts/figure-files.tsx').then((part) => part.FigureFiles), {
  ssr: false,
});

/** The newest are shown; older ones are in the API and the log. */
const SHOWN = 4;

/** Surveys of the area and below, beside what people say at the counter: other numbers, never added to those. */
export function SurveysPanel({ answer: { surveys } }: { answer: SurveysAnswer }) {
  const t = useTranslations('surveys');
  const locale = useLocale();
  const format = useFormat();
  const header = useBoard((board) => board.header);
  const places = useBoard((board) => ('places' in board ? board.places : null));
  const [n, of] = useThrottled(useBoard((board) => board.totals.satisfiedMonth));
  const placeOf = (code: string): string => {
    const place = code === header.code ? header : places?.[code];
    return place ? fullName(locale, place) : code;
  };
  return (
    <Panel title={t('title')}>
      <p className="mt-0.5 text-small text-ink2">{t('apart')}</p>
      <ul className="mt-1">
        {surveys.slice(0, SHOWN).map((survey) => (
          <SurveyItem
            key={`${survey.area} ${survey.name} ${survey.fromDay} ${survey.toDay}`}
            survey={survey}
            place={placeOf(survey.area)}
            zone={header.timezone}
          />
        ))}
      </ul>
      {surveys.length > SHOWN && (
        <p className="text-small text-ink2">{t('more', { n: surveys.length - SHOWN })}</p>
      )}
      <p className="mt-2 border-t border-grid pt-2 text-small text-ink2">
        {t('live', { share: format.percent(of > 0 ? n / of : null), n: of })}
      </p>
      <FigureFiles data={`/areas/${encodeURIComponent(header.code)}/surveys`} className="mt-1" />
    </Panel>
  );
}
