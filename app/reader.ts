import { cookies } from 'next/headers';
import { THEME_COOKIE, type Theme, themeOf } from '../components/shell/theme.ts';
import { LOCALE_COOKIE, type Locale, localeOf } from '../lib/i18n/locale.ts';

/** What this reader chose on an earlier page. */
export async function readerOf(): Promise<{ locale: Locale; theme: Theme }> {
  const held = await cookies();
  return { locale: localeOf(held.get(LOCALE_COOKIE)?.value), theme: themeOf(held.get(THEME_COOKIE)?.value) };
}
