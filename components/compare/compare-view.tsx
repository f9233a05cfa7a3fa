'use client';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import { COMPARE_LEVELS, type CompareAnswer, type PeriodAnswer } from '../../lib/wire/reads.ts';
import type { SurveysAnswer } from '../../lib/wire/survey-reads.ts';
import { Loaded } from '../admin/loaded.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { Choice } from '../measures/choice.tsx';
import { MetricChoice, metricOf } from '../measures/metric-choice.tsx';
import { PeriodChoice } from '../measures/period-choice.tsx';
import { periodAsked, periodPath } from '../measures/period-query.ts';
import { useUrlQuery } from '../measures/use-url-query.ts';
import { useAnswer } from '../since/use-answer.ts';
import { SurveysPanel } from '../surveys/surveys-panel.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { comparePath } from './compare-path.ts';
import { Compared } from './compared.tsx';
import { Index766Panel } from './index766-panel.tsx';

/** Areas below an area against their targets in any period; what is looked at stands in the address. */
export function CompareView() {
  const t = useTranslations('compare');
  const header = useBoard((board) => board.header);
  const isUnit = useBoard((board) => !('units' in board));
  const name = localName(useLocale(), header);
  return (
    <>
      <PageHead title={t('title')} about={t('about')} />
      {isUnit ? (
        <Notice
          title={t('unitTitle', { name })}
          reason={t('unitReason')}
          action={
            <PageLink
              href={`/areas/${encodeURIComponent(header.code)}/history`}
              className="text-brand underline"
            >
              {t('unitAction')}
            </PageLink>
          }
        />
      ) : (
        <>
          <Comparison code={header.code} />
          <Index766Panel code={header.code} />
        </>
      )}
    </>
  );
}

const BESIDE = ['none', 'previous', 'lastYear'] as const;

function Comparison({ code }: { code: string }) {
  const t = useTranslations('compare');
  const [query, change] = useUrlQuery();
  const metric = metricOf(query.get('metric'));
  const level = COMPARE_LEVELS.find((one) => one === query.get('level')) ?? 'units';
  const beside = BESIDE.find((one) => one === query.get('beside')) ?? 'none';
  const asked = periodAsked(query);
  const [period, reloadPeriod] = useApi<PeriodAnswer>(periodPath(code, asked));
  const surveys = useAnswer<SurveysAnswer>(`/areas/${encodeURIComponent(code)}/surveys`);
  const days = period.kind === 'ready' ? period.value : null;
  const [compared, reload] = useApi<CompareAnswer>(days && comparePath(code, { metric, level, ...days }));
  const [earlier] = useApi<CompareAnswer>(
    days && beside !== 'none' ? comparePath(code, { metric, level, ...days[beside] }) : null,
  );
  return (
    <>
      <div className="mt-3 flex flex-wrap items-end gap-x-3 gap-y-2">
        <MetricChoice metric={metric} onChoose={(one) => change({ metric: one })} />
        <PeriodChoice asked={asked} period={days} change={change} />
        <Choice label={t('level')} value={level} onChoose={(one) => change({ level: one })}>
          {COMPARE_LEVELS.map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </Choice>
        <Choice label={t('before')} value={beside} onChoose={(one) => change({ beside: one })}>
          {BESIDE.map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </Choice>
      </div>
      <Loaded state={period} reload={reloadPeriod}>
        {(found) => (
          <Loaded state={compared} reload={reload}>
            {(answer) => (
              <Compared
                answer={answer}
                period={found}
                earlier={
                  beside !== 'none' && earlier.kind === 'ready' ? { beside, answer: earlier.value } : null
                }
              />
            )}
          </Loaded>
        )}
      </Loaded>
      {metric === 'satisfied' && surveys && surveys.surveys.length > 0 && (
        <div className="mt-3">
          <SurveysPanel answer={surveys} />
        </div>
      )}
    </>
  );
}
