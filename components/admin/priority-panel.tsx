'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { PriorityAnswer } from '../../lib/wire/access/priority.ts';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { FormOpener } from './form-opener.tsx';
import { Loaded } from './loaded.tsx';
import { OriginMark } from './origin-mark.tsx';
import { PriorityForm } from './priority-form.tsx';
import { useDate } from './use-days.ts';

/** Who goes first at the counters of an area and below it, and how often. */
export function PriorityPanel({ area }: { area: string }) {
  const t = useTranslations('admin.priority');
  const [state, reload] = useApi<PriorityAnswer>(`/admin/areas/${encodeURIComponent(area)}/priority`);
  return (
    <Loaded state={state} reload={reload}>
      {({ rules, now }) => (
        <Panel title={t('title')}>
          <Groups {...now} />
          <ul className="mt-1">
            {rules.map((rule) => (
              <Rule key={`${rule.area} ${rule.effectiveFrom}`} rule={rule} />
            ))}
            {!rules.some((rule) => rule.state === 'now') && (
              <li className="py-1.5 text-small text-ink2">{t('byDefault')}</li>
            )}
          </ul>
          <div className="mt-3">
            <FormOpener label={t('set')} onSaved={reload}>
              {(done) => <PriorityForm area={area} now={now} onDone={done} />}
            </FormOpener>
          </div>
        </Panel>
      )}
    </Loaded>
  );
}

function Groups({ groups, every }: PriorityAnswer['now']) {
  const t = useTranslations('admin.priority');
  const locale = useLocale();
  return (
    <p className="mt-1.5">
      <b className="font-semibold">{t('every', { every })}</b>{' '}
      {groups.map(({ name, nameEn }) => (locale === 'vi' ? name : nameEn)).join(' · ')}
    </p>
  );
}

function Rule({ rule }: { rule: PriorityAnswer['rules'][number] }) {
  const t = useTranslations('admin.priority');
  const hours = useTranslations('admin.hours');
  const date = useDate();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-0.5 border-b border-grid py-1.5 last:border-0">
      <b className="font-semibold">{t('every', { every: rule.every })}</b>
      {rule.state === 'later' && <Tag tone="attention">{hours('later')}</Tag>}
      <span className="text-small text-ink2">
        {hours('since', { day: date(rule.effectiveFrom) })} · {rule.source}
      </span>
      <span className="ml-auto">
        <OriginMark own={rule.own} area={rule.area} />
      </span>
    </li>
  );
}
