import type { Metadata } from 'next';
import { loadThemes, type TextTheme, type ThemeTexts } from '../lib/i18n/load-theme.ts';
import { readerOf } from './reader.ts';

/** The title of a page in the language of its reader, from one theme of texts. */
export async function titleOf(
  theme: TextTheme,
  read: (texts: Partial<ThemeTexts>) => string | undefined,
): Promise<Metadata> {
  return { title: read(await loadThemes((await readerOf()).locale, theme)) };
}
