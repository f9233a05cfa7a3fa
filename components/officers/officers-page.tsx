'use client';
import { useTranslations } from 'use-intl';
import type { OfficersAnswer } from '../../lib/wire/officer-reads.ts';
import { LoadedList } from '../account/loaded-list.tsx';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { AskedFigures } from './asked-figures.tsx';

/** For the head of a unit: figures of one officer code at a time. */
export function OfficersPage({ unit }: { unit: string }) {
  const t = useTranslations('officer');
  const path = `/areas/${encodeURIComponent(unit)}/officers`;
  const [state, reload] = useApi<OfficersAnswer>(path);
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="text-[22px] font-semibold">{t('title')}</h1>
      <p className="mt-1 mb-4 text-ink2">{t('about')}</p>
      <Panel title={t('oneCode')}>
        <LoadedList state={state} reload={reload}>
          {state.kind === 'ready' &&
            (state.value.codes.length === 0 ? (
              <p className="mt-2 text-ink2">{t('noCodes')}</p>
            ) : (
              <AskedFigures
                codes={state.value.codes.map((officer) => ({
                  path: `${path}/${encodeURIComponent(officer)}`,
                  label: officer,
                }))}
                periods={state.value.periods}
              />
            ))}
        </LoadedList>
      </Panel>
    </div>
  );
}
