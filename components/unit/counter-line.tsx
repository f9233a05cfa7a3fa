'use client';
import { memo } from 'react';
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
  const states = useTranslations('states');
  const busy = known && counter.state === 'open';
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 border-b border-grid py-2 last:border-0">
      <span
        className={`grid h-8 min-w-8 place-items-center rounded-lg px-1.5 font-semibold ${busy ? 'bg-brand-soft text-brand' : 'border border-dashed border-quiet text-ink2'}`}
      >
        {code}
      </span>
      <CounterText counter={counter} known={known} />
      <span className="text-small text-ink2">{known ? states(counter.state) : states('silent')}</span>
    </li>
  );
});

function CounterText({ counter, known }: Omit<CounterLineProps, 'code'>) {
  const t = useTranslations('unit');
  const states = useTranslations('states');
  const format = useFormat();
  const zone = useTimezone();
  const serviceName = useServiceNames();
  const { serving, state, since } = counter;
  const servedFor = useNowAs((now) => (serving ? format.duration((now - serving.since) / 1000) : MISSING));
  if (!known) return <span className="text-ink3">{MISSING}</span>;
  if (serving) {
    return (
      <span>
        <span className="font-medium">{t(servingText(serving), { number: serving.number ?? '' })}</span>
        <span className="block text-small text-ink2">
          {serviceName(serving.service)} · {servedFor}
        </span>
      </span>
    );
  }
  return (
    <span>
      {state === 'open' ? t('free') : states(state)}
      {since !== null && (
        <span className="block text-small text-ink2">{t('since', { time: format.clock(since, zone) })}</span>
      )}
    </span>
  );
}

function servingText({ number, state }: NonNullable<CounterState['serving']>) {
  if (state === 'called') return number === null ? 'callingUnknown' : 'callingNumber';
  return number === null ? 'servingUnknown' : 'servingNumber';
}
