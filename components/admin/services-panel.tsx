'use client';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Settings } from '../../lib/wire/access/administration.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { FormOpener } from './form-opener.tsx';
import { useMay } from './me-provider.tsx';
import { OriginMark } from './origin-mark.tsx';
import { ServiceForm } from './service-form.tsx';
import { useDate } from './use-days.ts';

type Service = Settings['services'][number];
type ServicesPanelProps = { area: string; services: readonly Service[]; onChange: () => void };

/** What citizens come for, by the code that machines send. */
export function ServicesPanel({ area, services, onChange }: ServicesPanelProps) {
  const t = useTranslations('admin.services');
  const defines = useMay('tree.define');
  return (
    <Panel title={t('title')} aside={services.length > 0 && t('count', { count: services.length })}>
      {services.length === 0 && <Notice title={t('noneTitle')} reason={t('noneReason')} />}
      <ul className="mt-1">
        {services.map((service) => (
          <ServiceLine
            key={`${service.area} ${service.service} ${service.effectiveFrom}`}
            service={service}
          />
        ))}
      </ul>
      {defines && (
        <div className="mt-3">
          <FormOpener label={t('add')} onSaved={onChange}>
            {(done) => <ServiceForm area={area} onDone={done} />}
          </FormOpener>
        </div>
      )}
    </Panel>
  );
}

function ServiceLine({ service }: { service: Service }) {
  const date = useDate();
  const t = useTranslations('admin.services');
  const hours = useTranslations('admin.hours');
  const locale = useLocale();
  const { name, nameEn = null, maxServiceMinutes } = service;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-0.5 border-b border-grid py-1.5 last:border-0">
      <span className="min-w-44 font-medium">{localName(locale, { name, nameEn })}</span>
      <code className="font-mono text-small text-ink2">{service.service}</code>
      {service.state === 'later' && <Tag tone="attention">{hours('later')}</Tag>}
      <span className="text-small text-ink2">
        {hours('since', { day: date(service.effectiveFrom) })}
        {maxServiceMinutes !== undefined && ` · ${t('most', { minutes: maxServiceMinutes })}`}
      </span>
      <span className="ml-auto">
        <OriginMark own={service.own} area={service.area} />
      </span>
    </li>
  );
}
