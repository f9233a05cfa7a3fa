'use client';
import { useTranslations } from 'use-intl';
import { METRICS } from '../../lib/domain/events/tree-words.ts';
import { targetOf } from '../../lib/domain/settings.ts';
import { emptyTree } from '../../lib/domain/tree.ts';
import type { Settings } from '../../lib/wire/access/administration.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { FormOpener } from './form-opener.tsx';
import { useMay } from './me-provider.tsx';
import { OriginMark } from './origin-mark.tsx';
import { TargetForm } from './target-form.tsx';
import { useDate } from './use-days.ts';

type Target = Settings['targets'][number];
type TargetsPanelProps = { area: string; settings: Settings; onChange: () => void };

/** Targets with their day and source; what nobody has set holds by default, and says so. */
export function TargetsPanel({ area, settings: { targets, services }, onChange }: TargetsPanelProps) {
  const t = useTranslations('admin.targets');
  const sets = useMay('targets.set');
  const unset = METRICS.filter(
    (metric) =>
      !targets.some((one) => one.metric === metric && one.service === undefined && one.state === 'now'),
  );
  return (
    <Panel title={t('title')}>
      <ul className="mt-1">
        {targets.map((target) => (
          <TargetLine
            key={`${target.area} ${target.metric} ${target.service} ${target.effectiveFrom}`}
            target={target}
            service={services.find(({ service }) => service === target.service)?.name ?? target.service}
          />
        ))}
        {unset.map((metric) => (
          <DefaultLine key={metric} metric={metric} />
        ))}
      </ul>
      {sets && (
        <div className="mt-3">
          <FormOpener label={t('set')} onSaved={onChange}>
            {(done) => <TargetForm area={area} services={services} onDone={done} />}
          </FormOpener>
        </div>
      )}
    </Panel>
  );
}

const LINE = 'flex flex-wrap items-center gap-x-4 gap-y-0.5 border-b border-grid py-1.5 last:border-0';

function TargetLine({ target, service }: { target: Target; service: string | undefined }) {
  const date = useDate();
  const t = useTranslations('admin.targets');
  const hours = useTranslations('admin.hours');
  const format = useFormat();
  return (
    <li className={LINE}>
      <span className="min-w-44">
        {t(`metrics.${target.metric}`)}
        {service !== undefined && <span className="block text-small text-ink2">{service}</span>}
      </span>
      <b className="font-semibold">
        {format.target(target.value)}
        {target.metric === 'within' && ` ${t('within', { length: format.duration(target.seconds ?? 900) })}`}
      </b>
      {target.state === 'later' && <Tag tone="attention">{hours('later')}</Tag>}
      <span className="text-small text-ink2">
        {hours('since', { day: date(target.effectiveFrom) })} · {target.source}
      </span>
      <span className="ml-auto">
        <OriginMark own={target.own} area={target.area} />
      </span>
    </li>
  );
}

function DefaultLine({ metric }: { metric: Target['metric'] }) {
  const t = useTranslations('admin.targets');
  const format = useFormat();
  // What holds where no area has said anything.
  const { value, seconds } = targetOf(emptyTree(), '', metric, '');
  return (
    <li className={LINE}>
      <span className="min-w-44">{t(`metrics.${metric}`)}</span>
      <b className="font-semibold">
        {format.target(value)}
        {metric === 'within' && ` ${t('within', { length: format.duration(seconds) })}`}
      </b>
      <span className="ml-auto text-small text-ink2">{t('byDefault')}</span>
    </li>
  );
}
