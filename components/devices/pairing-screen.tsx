'use client';
import { useLocale, useTranslations } from 'use-intl';
import { usePairing } from './use-pairing.ts';

/**
 * A screen or device that nobody paired yet: a code large enough to be read from across the room, until somebody types
 * it in administration; then the page of what it has become. `ended`: it was something before, and was revoked; `own`:
 * the page of what it is, unless the address makes it something else.
 */
export function PairingScreen({ ended = false, own = null }: { ended?: boolean; own?: string | null }) {
  const t = useTranslations('devices.pair');
  const pairing = usePairing(useLocale(), own);
  return (
    <main className="grid min-h-dvh place-items-center bg-bg p-6 text-center text-ink">
      <div className="w-full max-w-5xl">
        <p className="text-lead font-bold text-brand">Thước Đo</p>
        <h1 className="mt-2 text-[22px] font-semibold sm:text-[28px]">{t('title')}</h1>
        {ended && <p className="mt-2 text-lead text-risk">{t('ended')}</p>}
        {pairing.kind === 'shown' ? (
          <>
            <p
              role="img"
              aria-label={`${t('code')}: ${[...pairing.code].join(' ')}`}
              className="mt-6 rounded-2xl border border-line bg-panel px-4 py-8 text-[clamp(44px,11.5vw,150px)] leading-none font-bold tracking-[0.06em] whitespace-nowrap sm:py-12"
            >
              {pairing.code}
            </p>
            <p className="mx-auto mt-6 max-w-3xl text-[18px] text-balance sm:text-[22px]">{t('how')}</p>
            <p className="mt-3 text-lead text-ink2">{t('lasts', { minutes: pairing.minutes })}</p>
            <p
              role="status"
              className="mt-6 inline-flex items-center gap-3 text-lead font-semibold text-ink2"
            >
              <span aria-hidden="true" className="size-3 rounded-full bg-brand motion-safe:animate-pulse" />
              {t('waiting')}
            </p>
          </>
        ) : (
          <p role="status" className="mt-8 text-[20px] text-ink2">
            {t(pairing.kind)}
          </p>
        )}
      </div>
    </main>
  );
}
