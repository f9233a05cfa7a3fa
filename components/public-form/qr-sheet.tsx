'use client';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { PublicFormAnswer } from '../../lib/wire/public-form.ts';
import { QrCode } from '../account/qr-code.tsx';
import { Button } from '../ui/button.tsx';
import { publicFormPath } from './form-path.ts';

/** A sheet to be printed and put up: the way to the form of a unit. */
export function QrSheet({ area }: { area: PublicFormAnswer['area'] }) {
  const t = useTranslations('publicForm');
  const unit = localName(useLocale(), area);
  // The address by which the reader came is the one that people outside can reach.
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => setLink(`${window.location.origin}${publicFormPath(area.code)}`), [area.code]);
  return (
    <>
      <div className="print:hidden">
        <h1 className="text-[22px] font-semibold">{t('qrTitle')}</h1>
        <p className="mt-1 text-ink2">{t('qrAbout')}</p>
        <p className="mt-3">
          <Button look="primary" onClick={() => window.print()}>
            {t('qrPrint')}
          </Button>
        </p>
      </div>
      <div className="mt-5 rounded-panel border border-line bg-panel px-6 py-8 text-center print:fixed print:inset-0 print:z-50 print:grid print:content-center print:rounded-none print:border-0 print:bg-[#fff] print:text-[#000]">
        <p className="text-[26px] leading-snug font-semibold text-balance [overflow-wrap:anywhere]">
          {t('qrCall', { unit })}
        </p>
        <p className="mt-2 text-lead">{t('qrScan')}</p>
        {link !== null && (
          <>
            <div className="mx-auto mt-5 grid w-fit [&_svg]:size-72">
              <QrCode text={link} label={t('qrTitle')} />
            </div>
            <p className="mt-4 font-mono text-small break-all">{link}</p>
          </>
        )}
        <p className="mt-4 text-small">{t('qrAbove')}</p>
      </div>
    </>
  );
}
