'use client';
import { useTranslations } from 'use-intl';
import type { ReportingPeriods } from '../../lib/wire/access/calendar.ts';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { CutDayForm } from './cut-day-form.tsx';
import { FormOpener } from './form-opener.tsx';
import { Loaded } from './loaded.tsx';
import { useMay } from './me-provider.tsx';
import { OriginMark } from './origin-mark.tsx';
import { useDate } from './use-days.ts';

/** On which day the area's reports are cut, and the month of reports that is running. */
export function ReportingPanel({ area }: { area: string }) {
  const t = useTranslations('calendar.reporting');
  const changes = useMay('tree.define');
  const [state, reload] = useApi<ReportingPeriods>(
    `/admin/areas/${encodeURIComponent(area)}/reporting-periods`,
  );
  return (
    <Loaded state={state} reload={reload}>
      {({ cutDays, month }) => (
        <Panel title={t('title')}>
          {month && <RunningMonth {...month} />}
          <ul className="mt-1">
            {cutDays.map((cut) => (
              <CutDay key={`${cut.area} ${cut.effectiveFrom}`} cut={cut} />
            ))}
            {!cutDays.some((cut) => cut.state === 'now') && (
              <li className="py-1.5 text-small text-ink2">{t('byDefault')}</li>
            )}
          </ul>
          {changes && (
            <div className="mt-3">
              <FormOpener label={t('set')} onSaved={reload}>
                {(done) => <CutDayForm area={area} onDone={done} />}
              </FormOpener>
            </div>
          )}
        </Panel>
      )}
    </Loaded>
  );
}

function RunningMonth({ n, year, from, to }: NonNullable<ReportingPeriods['month']>) {
  const t = useTranslations('calendar.reporting');
  const date = useDate();
  const month = `${String(n).padStart(2, '0')}/${year}`;
  return <p className="mt-1.5">{t('running', { month, from: date(from), to: date(to) })}</p>;
}

function CutDay({ cut }: { cut: ReportingPeriods['cutDays'][number] }) {
  const t = useTranslations('calendar.reporting');
  const hours = useTranslations('admin.hours');
  const date = useDate();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-0.5 border-b border-grid py-1.5 last:border-0">
      <b className="font-semibold">{t('begins', { cutDay: cut.cutDay })}</b>
      {cut.state === 'later' && <Tag tone="attention">{hours('later')}</Tag>}
      <span className="text-small text-ink2">
        {hours('since', { day: date(cut.effectiveFrom) })} · {cut.source}
      </span>
      <span className="ml-auto">
        <OriginMark own={cut.own} area={cut.area} />
      </span>
    </li>
  );
}
