import { createTranslator } from 'use-intl/core';
import { loadThemes, type ThemeTexts } from '../lib/i18n/load-theme.ts';
import type { Locale } from '../lib/i18n/locale.ts';

/** Texts for what the server alone draws: none of them goes to the browser as text of its own. */
export async function wordsOf<
  T extends
    | 'roles'
    | 'account'
    | 'signIn'
    | 'enter'
    | 'start'
    | 'compare'
    | 'history'
    | 'alerts'
    | 'publicForm'
    | 'rate'
    | 'replay'
    | 'place'
    | 'publicPage',
>(locale: Locale, namespace: T) {
  const messages: Partial<ThemeTexts> = await loadThemes(
    locale,
    'forms',
    'access',
    'measures',
    'alerts',
    'publicForm',
    'rate',
    'replay',
    'citizen',
  );
  return createTranslator({ locale, messages: messages as ThemeTexts, namespace });
}
