import type { ThemeTexts } from './load-theme.ts';
import type { Locale } from './locale.ts';
import type vi from './messages/vi.json';
import { parsedTexts } from './parsed-texts.ts';

/** The texts that every page has; Vietnamese is the pattern that the other language follows. */
export type Messages = typeof vi;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages & ThemeTexts;
  }
}

/** The texts of one language, and only that one, parsed. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const loaded = locale === 'en' ? await import('./messages/en.json') : await import('./messages/vi.json');
  return parsedTexts(loaded.default);
}
