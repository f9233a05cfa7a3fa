'use client';
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { MISSING } from '../../lib/i18n/format.ts';
import type { CounterState } from '../../lib/wire/board.ts';
import { useNowAs } from '../live/use-now.ts';
import { useFormat } from '../ui/use-format.ts';
import { useServiceNames, useTimezone } from './use-unit.ts';

type CounterLineProps = {
  code: string;
  counter: CounterState;
  /** False: the unit is silent, so what the counter last said is no longer known. */
  known: boolean;
};

/** One counter. Says nothing about the person behind it, and colours no break. */
export const CounterLine = memo(function CounterLine({ code, counter, known }: CounterLineProps) {
  const busy = known && counter.state === 'open';
  return (
    <li className="grid grid-cols-[auto_1fr] items-center gap-x-3 border-b border-grid py-2">
      <span
        className={`grid h-8 min-w-8 place-items-center rounded-lg px-1.5 font-semibold ${busy ? 'bg-brand-soft text-brand' : 'border border-dashed border-quiet text-ink2'}`}
      >
        {code}
      </span>
      <CounterText counter={counter} known={known} />
    </li>
  );
});

function CounterText({
  counter: { serving, state, since, services },
  known,
}: Omit<CounterLineProps, 'code'>) {
  const t = useTranslations('unit');
  const states = useTranslations('states');
  const format = useFormat();
  const zone = useTimezone();
  const serviceName = useServiceNames();
  const length = useNowAs((now) => (serving ? format.duration((now - serving.since) / 1000) : MISSING));
  if (!known) return <Two first={MISSING} second={states('silent')} />;
  if (serving) {
    const number = serving.number ?? t('numberUnknown');
    return (
      <Two
        first={
          <>
            <b className="font-semibold whitespace-nowrap">{number}</b> · {serviceName(serving.service)}
          </>
        }
        second={t(serving.state, { length })}
      />
    );
  }
  const details = [
    since !== null && t('since', { time: format.clock(since, zone) }),
    services.length > 0 && t('serves', { services: services.map(serviceName).join(', ') }),
  ].filter(Boolean);
  return (
    <Two
      first={state === 'open' ? t('free') : states(state)}
      second={details.length === 0 ? null : details.join(' · ')}
    />
  );
}

const Two = ({ first, second }: { first: ReactNode; second: ReactNode }) => (
  <span>
    {first}
    {second !== null && <span className="block text-small text-ink2">{second}</span>}
  </span>
);
