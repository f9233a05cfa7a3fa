'use client';
import { useEffect, useId, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { RatedUnit } from '../../lib/wire/device/ratings-given.ts';
import { QrCode } from '../account/qr-code.tsx';
import { CONTROL_LOOK } from '../forms/control-look.ts';
import { Button } from '../ui/button.tsx';

/** A sheet to be printed and put up at a counter: the way to one rating of it. */
export function RatingSheet({ unit }: { unit: RatedUnit }) {
  const t = useTranslations('rate');
  const name = localName(useLocale(), unit);
  const id = useId();
  const [counter, setCounter] = useState('');
  // The address by which the reader came is the one that people outside can reach.
  const [origin, setOrigin] = useState<string | null>(null);
  useEffect(() => setOrigin(window.location.origin), []);
  const query = counter.trim() === '' ? '' : `?counter=${encodeURIComponent(counter.trim())}`;
  const link = `${origin}/rate/here/${encodeURIComponent(unit.code)}${query}`;
  return (
    <>
      <div className="print:hidden">
        <h1 className="text-[22px] font-semibold">{t('sheetTitle')}</h1>
        <p className="mt-1 text-ink2">{t('sheetAbout')}</p>
        <div className="mt-4 flex flex-wrap items-end gap-3">
          <div>
            <label htmlFor={id} className="block font-semibold">
              {t('sheetCounter')}
            </label>
            <input
              id={id}
              value={counter}
              maxLength={64}
              aria-describedby={`${id}-hint`}
              onChange={({ target }) => setCounter(target.value)}
              className={CONTROL_LOOK}
            />
            <p id={`${id}-hint`} className="text-small text-ink2">
              {t('sheetCounterHint')}
            </p>
          </div>
          <Button look="primary" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </div>
      <div className="mt-5 rounded-panel border border-line bg-panel px-6 py-8 text-center print:fixed print:inset-0 print:z-50 print:grid print:content-center print:rounded-none print:border-0 print:bg-[#fff] print:text-[#000]">
        <p className="text-[26px] leading-snug font-semibold text-balance [overflow-wrap:anywhere]">
          {query === ''
            ? t('askUnit', { unit: name })
            : t('askCounter', { unit: name, counter: counter.trim() })}
        </p>
        <p className="mt-2 text-lead">{t('sheetScan')}</p>
        {origin !== null && (
          <>
            <div className="mx-auto mt-5 grid w-fit [&_svg]:size-72">
              <QrCode text={link} label={t('sheetTitle')} />
            </div>
            <p className="mt-4 font-mono text-small break-all">{link}</p>
          </>
        )}
      </div>
    </>
  );
}
