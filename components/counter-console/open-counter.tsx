'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ActButton } from './act-button.tsx';
import type { ConsolePartProps } from './console-part.ts';
import { useServiceName } from './use-service-name.ts';

/** A counter that is closed or pauses: what it serves, and the way to open it. */
export function OpenCounter({ console: shown, busy, press }: Omit<ConsolePartProps, 'ahead'>) {
  const t = useTranslations('counterConsole');
  const nameOf = useServiceName(shown.services);
  const [serves, setServes] = useState<ReadonlySet<string>>(() => new Set(shown.serves));
  const toggle = (service: string): void => {
    const next = new Set(serves);
    if (!next.delete(service)) next.add(service);
    setServes(next);
  };
  return (
    <section
      aria-label={t('here')}
      className="flex flex-col justify-between gap-5 rounded-2xl border border-line bg-panel p-5"
    >
      <div>
        <p className="text-[24px] font-semibold">{t(`not.${shown.state}`)}</p>
        <fieldset className="mt-4">
          <legend className="text-lead font-semibold">{t('serves')}</legend>
          <p className="text-ink2">{t('servesAll')}</p>
          <div className="mt-3 grid gap-2 sm:grid-cols-2">
            {shown.services.map(({ service }) => (
              <label
                key={service}
                className="flex min-h-14 items-center gap-3 rounded-xl border border-line px-4 text-[16px] has-checked:border-brand has-checked:bg-brand-soft"
              >
                <input
                  type="checkbox"
                  checked={serves.has(service)}
                  onChange={() => toggle(service)}
                  className="size-5 accent-brand"
                />
                {nameOf(service)}
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <ActButton
        look="main"
        disabled={busy}
        onClick={() => press({ act: 'open', services: [...serves].sort() })}
      >
        {t(shown.state === 'paused' ? 'reopen' : 'open')}
      </ActButton>
    </section>
  );
}
