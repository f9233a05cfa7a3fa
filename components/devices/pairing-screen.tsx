'use client';
import { useTranslations } from 'use-intl';
import { PairingCode } from './pairing-code.tsx';

/**
 * A screen or device that nobody paired yet: its code, until somebody types it in administration; then the page of what
 * it has become. `ended`: it was something before, and was revoked; `own`: the page of what it is, unless the address
 * makes it something else.
 */
export function PairingScreen({ ended = false, own = null }: { ended?: boolean; own?: string | null }) {
  const t = useTranslations('devices.pair');
  return (
    <main className="grid min-h-dvh place-items-center bg-bg p-6 text-center text-ink">
      <div className="w-full max-w-5xl">
        <p className="text-lead font-bold text-brand">Thước Đo</p>
        <h1 className="mt-2 text-[22px] font-semibold sm:text-[28px]">{t('title')}</h1>
        {ended && <p className="mt-2 text-lead text-risk">{t('ended')}</p>}
        <PairingCode own={own} />
      </div>
    </main>
  );
}
