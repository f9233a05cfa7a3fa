'use client';
import { memo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { MISSING } from '../../lib/i18n/format.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { ServiceState } from '../../lib/wire/board.ts';
import { useNowAs } from '../live/use-now.ts';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useTimezone } from './use-unit.ts';
import { WaitMark } from './wait-mark.tsx';

/** One service. `known` false: the unit is silent, and its queue is no longer known. */
export const QueueLine = memo(function QueueLine({
  service,
  known,
}: {
  service: ServiceState;
  known: boolean;
}) {
  const t = useTranslations('unit');
  const locale = useLocale();
  const format = useFormat();
  const zone = useTimezone();
  const waiting = known ? service.waiting : null;
  return (
    <tr className="border-b border-grid last:border-0 [&>td]:py-2 [&>td]:pl-2.5 [&>td]:text-right">
      <th scope="row" className="py-2 text-left font-medium">
        {localName(locale, service)}{' '}
        {service.stoppedSince !== null && (
          <span className="block text-small font-normal text-ink2">
            <Tag tone="attention">{t('stopped')}</Tag>{' '}
            {t('since', { time: format.clock(service.stoppedSince, zone) })}
          </span>
        )}
        {known && service.estimate && (
          <span className="block text-small font-normal text-ink2">
            {t('estimate', { range: format.range(service.estimate.lowSec, service.estimate.highSec) })}
          </span>
        )}
        {service.gaugeAt !== null && <GaugeAge service={service} at={service.gaugeAt} />}
      </th>
      <td className={`font-semibold ${waiting === null ? 'text-ink3' : ''}`}>{format.number(waiting)}</td>
      <td>{known && service.since !== null ? <WaitMark since={service.since} /> : MISSING}</td>
      <td>{format.number(known ? service.openCounters : null)}</td>
    </tr>
  );
});

/** A machine that only publishes the state of its queue: how old that is, and where it has got to. */
function GaugeAge({ service, at }: { service: ServiceState; at: number }) {
  const t = useTranslations('unit');
  const format = useFormat();
  const age = useNowAs((now) => format.age(now - at));
  return (
    <span className="block text-small font-normal text-ink2">
      {t('gaugeAge', { age })}
      {service.currentNumber !== null && ` · ${t('currentNumber', { number: service.currentNumber })}`}
    </span>
  );
}
