'use client';
import { useLocale, useTranslations } from 'use-intl';
import { usePairing } from './use-pairing.ts';

/** The code of whatever nobody paired yet, large enough to be read from across the room, and how to use it; `own`: its page already. */
export function PairingCode({ own = null }: { own?: string | null }) {
  const t = useTranslations('devices.pair');
  const pairing = usePairing(useLocale(), own);
  if (pairing.kind !== 'shown')
    return (
      <p role="status" className="mt-8 text-[20px] text-ink2">
        {t(pairing.kind)}
      </p>
    );
  return (
    <>
      {/* As large as where it stands lets it: nine letters and their spaces are seven times their size. */}
      <div className="@container mt-6">
        <p
          role="img"
          aria-label={`${t('code')}: ${[...pairing.code].join(' ')}`}
          data-code=""
          className="rounded-2xl border border-line bg-panel px-4 py-8 text-[clamp(36px,12.6cqi,150px)] leading-none font-bold tracking-[0.06em] whitespace-nowrap sm:py-12"
        >
          {pairing.code}
        </p>
      </div>
      <p className="mx-auto mt-6 max-w-3xl text-[18px] text-balance sm:text-[22px]">{t('how')}</p>
      <p className="mt-3 text-lead text-ink2">{t('lasts', { minutes: pairing.minutes })}</p>
      <p role="status" className="mt-6 inline-flex items-center gap-3 text-lead font-semibold text-ink2">
        <span aria-hidden="true" className="size-3 rounded-full bg-brand motion-safe:animate-pulse" />
        {t('waiting')}
      </p>
    </>
  );
}
