'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Checklist } from '../../lib/domain/inspection/checklist.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { ChecklistSettings } from '../../lib/wire/inspection-reads.ts';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { ChecklistForm } from './checklist-form.tsx';
import { FormOpener } from './form-opener.tsx';
import { Loaded } from './loaded.tsx';
import { useMay } from './me-provider.tsx';
import { OriginMark } from './origin-mark.tsx';
import { useDate } from './use-days.ts';

type Held = ChecklistSettings['sets'][number];

/** What inspectors look at in the area: lists of its own, from above, or the product's (I9). */
export function ChecklistsPanel({ area }: { area: string }) {
  const t = useTranslations('conduct.checklists');
  const sets = useMay('targets.set');
  const [state, reload] = useApi<ChecklistSettings>(`/admin/areas/${encodeURIComponent(area)}/checklists`);
  return (
    <Loaded state={state} reload={reload}>
      {(answer) => (
        <Panel title={t('title')}>
          <p className="mt-0.5 text-small text-ink2">{t('about')}</p>
          <ul className="mt-1">
            {answer.now.map((list) => (
              <ListLine
                key={list.checklist}
                list={list}
                held={answer.sets.filter(({ checklist }) => checklist === list.checklist)}
                change={
                  sets && (
                    <FormOpener label={t('change')} about={list.name} onSaved={reload}>
                      {(done) => <ChecklistForm area={area} list={list} onDone={done} />}
                    </FormOpener>
                  )
                }
              />
            ))}
            {answer.sets
              .filter(({ checklist }) => !answer.now.some((list) => list.checklist === checklist))
              .map((set) => (
                <ListLine key={`${set.checklist} ${set.effectiveFrom}`} list={set} held={[set]} />
              ))}
          </ul>
          {sets && (
            <div className="mt-3">
              <FormOpener label={t('add')} onSaved={reload}>
                {(done) => <ChecklistForm area={area} list={null} onDone={done} />}
              </FormOpener>
            </div>
          )}
        </Panel>
      )}
    </Loaded>
  );
}

type ListLineProps = {
  list: Pick<Checklist, 'name' | 'nameEn' | 'items'>;
  held: readonly Held[];
  change?: ReactNode;
};

function ListLine({ list, held, change }: ListLineProps) {
  const t = useTranslations('conduct.checklists');
  const hours = useTranslations('admin.hours');
  const locale = useLocale();
  const date = useDate();
  const { name, nameEn = null, items } = list;
  return (
    <li className="border-b border-grid py-2.5 last:border-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <b className="font-semibold">{localName(locale, { name, nameEn })}</b>
        <span className="text-small text-ink2">{t('lines', { count: items.length })}</span>
        {held.length === 0 && <span className="text-small text-ink2">{t('byDefault')}</span>}
      </p>
      {held.map((set) => (
        <p key={set.effectiveFrom} className="flex flex-wrap items-center gap-x-3 text-small text-ink2">
          {set.state === 'later' && <Tag tone="attention">{hours('later')}</Tag>}
          {set.items.length === 0 && <Tag>{t('off')}</Tag>}
          {hours('since', { day: date(set.effectiveFrom) })} · {set.source}
          <OriginMark own={set.own} area={set.area} />
        </p>
      ))}
      <ul className="mt-1 list-disc pl-5 text-small">
        {items.map(({ item, text, textEn = null }) => (
          <li key={item}>{localName(locale, { name: text, nameEn: textEn })}</li>
        ))}
      </ul>
      {change && <div className="mt-2">{change}</div>}
    </li>
  );
}
