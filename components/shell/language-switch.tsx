'use client';
import { useRouter } from 'next/navigation';
import { Fragment } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { LOCALE_COOKIE, LOCALES } from '../../lib/i18n/locale.ts';
import { remember } from './remember.ts';

/** VI · EN */
export function LanguageSwitch() {
  const t = useTranslations('shell');
  const locale = useLocale();
  const router = useRouter();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={t('language')} className="flex items-center text-small text-ink3">
      {LOCALES.map((choice, i) => (
        <Fragment key={choice}>
          {i > 0 && <span aria-hidden="true">·</span>}
          <button
            type="button"
            lang={choice}
            aria-pressed={choice === locale}
            className="min-h-6 px-1.5 uppercase hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink pointer-coarse:min-h-11 pointer-coarse:px-2.5"
            onClick={() => {
              remember(LOCALE_COOKIE, choice);
              router.refresh();
            }}
          >
            {choice}
          </button>
        </Fragment>
      ))}
    </div>
  );
}
