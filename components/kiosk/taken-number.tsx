'use client';
import { useEffect } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Kiosk, NumberTaken } from '../../lib/wire/device/kiosk.ts';
import { QrCode } from '../account/qr-code.tsx';
import { useFormat } from '../ui/use-format.ts';

/** Then the next one may come. */
const SHOWN_MS = 20_000;

/** The number that somebody was given, on the screen and on paper, and the way to follow it on a phone. */
export function TakenNumber({
  taken,
  kiosk,
  onDone,
}: {
  taken: NumberTaken;
  kiosk: Kiosk;
  onDone: () => void;
}) {
  const t = useTranslations('kiosk');
  const locale = useLocale();
  const format = useFormat();
  const service = kiosk.services.find((one) => one.service === taken.service);
  const link = `${location.origin}${taken.page}`;
  useEffect(() => {
    window.print();
    const timer = setTimeout(onDone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [onDone]);
  return (
    <section className="slip grid flex-1 place-content-center gap-3 p-6 text-center">
      <p className="hidden font-semibold print:block">{localName(locale, kiosk.unit)}</p>
      <h2 className="text-[26px] font-semibold print:text-[14px]">{t('yours')}</h2>
      <p className="text-[clamp(96px,18vw,190px)] leading-none font-bold print:text-[64px]">{taken.number}</p>
      <p className="text-[24px] print:text-[14px]">{service ? localName(locale, service) : taken.service}</p>
      {taken.favoured && <p className="text-[20px] font-semibold print:text-[14px]">{t('favoured')}</p>}
      <p className="text-[20px] text-ink2 print:text-[13px] print:text-[#000]">
        {t('ahead', { count: taken.ahead })}
      </p>
      <div className="mx-auto mt-2 [&_svg]:size-52 print:[&_svg]:size-36">
        <QrCode text={link} label={t('follow')} />
      </div>
      <p className="text-[17px] text-ink2 print:text-[12px] print:text-[#000]">{t('follow')}</p>
      <p className="text-ink2 print:text-[11px] print:text-[#000]">
        {t('given', { time: format.clock(Date.parse(taken.issuedAt), kiosk.zone) })}
      </p>
      <button
        type="button"
        onClick={onDone}
        className="mx-auto mt-3 min-h-16 rounded-2xl bg-brand px-12 text-[20px] font-semibold text-brand-ink print:hidden"
      >
        {t('done')}
      </button>
    </section>
  );
}
