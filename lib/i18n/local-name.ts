import type { Locale } from './locale.ts';

/** Anything that carries its name in Vietnamese and, where known, in English. */
export type Named = { name: string; nameEn: string | null };

/** The name a reader of `locale` sees: the English one only where there is one. */
export const localName = (locale: Locale, named: Named): string =>
  locale === 'en' ? (named.nameEn ?? named.name) : named.name;
