'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Pad } from '../../lib/wire/device/ratings-given.ts';
import { QrCode } from '../account/qr-code.tsx';
import { publicFormPath } from '../public-form/form-path.ts';

/** A pad at rest: what it is for, and the way past the unit for what belongs on no pad. */
export function PadRest({ pad }: { pad: Pad }) {
  const t = useTranslations('rate');
  const [origin, setOrigin] = useState<string | null>(null);
  useEffect(() => setOrigin(location.origin), []);
  return (
    <section className="mx-auto flex w-full max-w-4xl flex-1 flex-col justify-center gap-10 p-8 text-center">
      <h2 className="text-[40px] leading-tight font-semibold text-balance">{t('rest')}</h2>
      <div className="mx-auto flex flex-wrap items-center justify-center gap-5 rounded-2xl border border-line bg-panel p-5 text-left">
        {origin !== null && (
          <div className="[&_svg]:size-36">
            <QrCode text={`${origin}${publicFormPath(pad.unit.code)}`} label={t('above')} />
          </div>
        )}
        <p className="max-w-md text-[18px] text-ink2">
          <b className="block text-[20px] font-semibold text-ink">{t('above')}</b>
          {t('aboveNote')}
          {pad.hotline !== null && (
            <b className="mt-1 block font-semibold text-ink">{t('hotline', { hotline: pad.hotline })}</b>
          )}
        </p>
      </div>
    </section>
  );
}
