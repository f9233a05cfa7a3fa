'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { CounterConsole } from '../../lib/wire/device/counter-console.ts';
import { ActButton } from './act-button.tsx';
import { useServiceName } from './use-service-name.ts';

type ChooseTargetProps = {
  console: CounterConsole;
  onChoose: (to: { service: string } | { counter: string }) => void;
  onLeave: () => void;
};

/** Where a number is sent on to: another service, or one counter. */
export function ChooseTarget({ console: { services, otherCounters }, onChoose, onLeave }: ChooseTargetProps) {
  const t = useTranslations('counterConsole');
  const nameOf = useServiceName(services);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <fieldset ref={box} className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <legend className="mb-2 text-lead font-semibold">{t('target')}</legend>
      {services.map(({ service }) => (
        <ActButton key={service} onClick={() => onChoose({ service })}>
          {nameOf(service)}
        </ActButton>
      ))}
      {otherCounters.map((counter) => (
        <ActButton key={counter} onClick={() => onChoose({ counter })}>
          {t('toCounter', { counter })}
        </ActButton>
      ))}
      <ActButton onClick={onLeave}>{t('back')}</ActButton>
    </fieldset>
  );
}
