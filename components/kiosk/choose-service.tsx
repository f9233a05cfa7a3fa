'use client';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Kiosk } from '../../lib/wire/device/kiosk.ts';
import { TouchButton } from './touch-button.tsx';

type ChooseServiceProps = {
  kiosk: Kiosk;
  busy: boolean;
  onChoose: (service: string, priority: string | null) => void;
  onBack: () => void;
};

/** Whoever began has left: the next one begins anew. */
const LEFT_MS = 60_000;

/** Which service, with how many wait for it; and, for whoever goes first, of which group. */
export function ChooseService({ kiosk, busy, onChoose, onBack }: ChooseServiceProps) {
  const t = useTranslations('kiosk');
  const locale = useLocale();
  const [priority, setPriority] = useState<string | null>(null);
  const { services, groups } = kiosk;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a touch begins the wait anew
  useEffect(() => {
    const timer = setTimeout(onBack, LEFT_MS);
    return () => clearTimeout(timer);
  }, [onBack, priority]);
  return (
    <section className="mx-auto flex w-full max-w-5xl flex-1 flex-col justify-center gap-5 p-6">
      <h2 className="text-[32px] font-semibold text-balance">{t('service')}</h2>
      {groups.length > 0 && (
        <fieldset>
          <legend className="mb-2 text-[18px] font-semibold text-ink2">{t('priority')}</legend>
          <div className="flex flex-wrap gap-3">
            {groups.map((group) => (
              <button
                key={group.group}
                type="button"
                aria-pressed={priority === group.group}
                onClick={() => setPriority(priority === group.group ? null : group.group)}
                className="min-h-14 rounded-full border-2 border-line bg-panel px-5 text-[17px] aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:font-semibold"
              >
                {locale === 'vi' ? group.name : group.nameEn}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {services.map((one) => (
          <TouchButton
            key={one.service}
            disabled={busy || one.stopped}
            onClick={() => onChoose(one.service, priority)}
          >
            <span className="flex items-center gap-4">
              <span aria-hidden="true" className="text-[34px] font-bold text-brand">
                {one.letter}
              </span>
              <span>
                {localName(locale, one)}
                <span className="block text-[16px] font-normal text-ink2">
                  {one.stopped ? t('stopped') : t('waiting', { count: one.waiting })}
                </span>
              </span>
            </span>
          </TouchButton>
        ))}
      </div>
      {services.length === 0 && <p className="text-[20px] text-ink2">{t('noServices')}</p>}
      <button
        type="button"
        onClick={onBack}
        className="min-h-14 self-start rounded-xl border border-line bg-panel px-6 text-[18px] font-semibold"
      >
        {t('back')}
      </button>
    </section>
  );
}
