import { createTranslator } from 'use-intl/core';
import type { AreaDefinition } from '../../lib/domain/tree.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import en from '../../lib/i18n/messages/minutes/en.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/minutes/vi.json' with { type: 'json' };
import type { InspectionAnswer } from '../../lib/wire/inspection-reads.ts';

/** The words of minutes in both languages. */
export const MINUTES_WORDS = {
  vi: createTranslator({ locale: 'vi', messages: vi, namespace: 'minutes' }),
  en: createTranslator({ locale: 'en', messages: en, namespace: 'minutes' }),
};
export type MinutesWords = (typeof MINUTES_WORDS)[Locale];

export type PrintedMinutes = {
  inspection: InspectionAnswer;
  unit: AreaDefinition;
  /** Whose inspection it is: the unit itself, or the city above it. */
  by: AreaDefinition;
  /** JPEG by finding. */
  photos: ReadonlyMap<string, Buffer>;
  at: number;
  locale: Locale;
};
