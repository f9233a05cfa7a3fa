'use client';
import { useTranslations } from 'use-intl';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import type { SurveysAnswer } from '../../lib/wire/survey-reads.ts';
import { useApi } from '../forms/use-api.ts';
import { SurveyItem } from '../surveys/survey-item.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAreaName } from './areas-provider.tsx';
import { FormOpener } from './form-opener.tsx';
import { Loaded } from './loaded.tsx';
import { useMay } from './me-provider.tsx';
import { SurveyForm } from './survey-form.tsx';

/** Results of surveys of an area and below, and the form to enter one. */
export function SurveyEntries({ area }: { area: AreaItem }) {
  const t = useTranslations('surveys');
  const enters = useMay('surveys.enter');
  const nameOf = useAreaName();
  const [state, reload] = useApi<SurveysAnswer>(`/areas/${encodeURIComponent(area.code)}/surveys`);
  return (
    <Loaded state={state} reload={reload}>
      {({ surveys }) => (
        <Panel title={t('title')}>
          {surveys.length === 0 && <Notice title={t('noneTitle')} reason={t('noneReason')} />}
          <ul className="mt-1">
            {surveys.map((survey) => (
              <SurveyItem
                key={`${survey.area} ${survey.name} ${survey.fromDay} ${survey.toDay}`}
                survey={survey}
                place={nameOf(survey.area)}
                zone={area.timezone}
              />
            ))}
          </ul>
          {enters && (
            <div className="mt-3">
              <FormOpener label={t('enter')} onSaved={reload}>
                {(done) => <SurveyForm area={area.code} onDone={done} />}
              </FormOpener>
            </div>
          )}
        </Panel>
      )}
    </Loaded>
  );
}
