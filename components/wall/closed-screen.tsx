'use client';
import { IntlProvider, useLocale, useTranslations } from 'use-intl';
import type { ThemeTexts } from '../../lib/i18n/load-theme.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import { PairingCode } from '../devices/pairing-code.tsx';
import type { ClosedWall } from './wall-state.ts';

/** The texts of walls in the language that the screen is not in. */
export type OtherLanguage = { locale: Locale; texts: Partial<ThemeTexts> };

type ClosedScreenProps = {
  why: ClosedWall | 'wait';
  /** Until it is tried again, for `wait`. */
  seconds?: number;
  other: OtherLanguage;
};

/**
 * A wall without figures: what it is, why, what to do, in both languages, since whoever stands here has no switch; and the
 * code by which it is paired, unless it opens by itself.
 */
export function ClosedScreen({ why, seconds = 0, other }: ClosedScreenProps) {
  const locale = useLocale();
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="relative w-full max-w-[60rem] overflow-hidden rounded-2xl border border-dashed border-quiet bg-panel py-8 pr-6 pl-12 sm:py-12 sm:pr-12 sm:pl-20">
        <span aria-hidden="true" className="absolute inset-y-0 left-0 w-6 hatched sm:w-10" />
        <p className="text-lead font-bold text-brand">Thước Đo</p>
        <div role="alert">
          <div lang={locale} className="mt-4">
            <Said why={why} seconds={seconds} first />
          </div>
          <IntlProvider locale={other.locale} messages={other.texts} timeZone="UTC">
            <div lang={other.locale} className="mt-8 border-t border-line pt-6 text-ink2">
              <Said why={why} seconds={seconds} />
            </div>
          </IntlProvider>
        </div>
        {why !== 'wait' && (
          <div className="mt-2 text-center">
            <PairingCode />
          </div>
        )}
      </div>
    </main>
  );
}

function Said({
  why,
  seconds,
  first = false,
}: {
  why: ClosedWall | 'wait';
  seconds: number;
  first?: boolean;
}) {
  const t = useTranslations('wall');
  const Title = first ? 'h1' : 'h2';
  return (
    <>
      <Title
        className={`leading-tight font-semibold text-balance ${first ? 'text-[28px] sm:text-[40px]' : 'text-[20px] sm:text-[26px]'}`}
      >
        {t(`${why}.title`)}
      </Title>
      <p className={`mt-2 ${first ? 'text-[18px] sm:text-[22px]' : 'text-[16px] sm:text-[18px]'}`}>
        {t(`${why}.reason`)}
      </p>
      {/* Counted down for the eye alone: a reader hears the first of it. */}
      <p className={`mt-2 ${first ? 'text-[18px] sm:text-[22px]' : 'text-[16px] sm:text-[18px]'}`}>
        {t(`${why}.action`, { seconds })}
      </p>
    </>
  );
}
