import { createTranslator } from 'use-intl/core';
import type { Locale } from '../../lib/i18n/locale.ts';
import en from '../../lib/i18n/messages/apology/en.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/apology/vi.json' with { type: 'json' };

type Values = Record<string, string>;
type Translate = (key: string, values: Values) => string;

// Keys are data here, since rules and refusals are; the typed translator cannot know them.
const translate = {
  vi: createTranslator({ locale: 'vi', messages: vi, namespace: 'apology' }) as unknown as Translate,
  en: createTranslator({ locale: 'en', messages: en, namespace: 'apology' }) as unknown as Translate,
};

/** A text about letters in one language. */
export const letterText = (locale: Locale, key: string, values: Values = {}): string =>
  translate[locale](key, values);

/** The same in both, for whoever runs the server. */
export const letterTexts = (key: string, values?: Values): string =>
  `${letterText('vi', key, values)} · ${letterText('en', key, values)}`;
