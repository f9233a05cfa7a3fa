/** Languages of the screens; the first is the one nobody has to choose. */
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const DEFAULT_LOCALE: Locale = 'vi';

/** Cookie that remembers the reader's choice. */
export const LOCALE_COOKIE = 'lang';

/** The language of a cookie's value; anything unknown reads as Vietnamese. */
export const localeOf = (text: string | undefined): Locale =>
  LOCALES.find((locale) => locale === text) ?? DEFAULT_LOCALE;
