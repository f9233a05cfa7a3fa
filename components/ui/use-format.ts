'use client';
import { useLocale } from 'use-intl';
import { type Format, formatOf } from '../../lib/i18n/format.ts';

/** Formats of the reader's language. */
export const useFormat = (): Format => formatOf(useLocale());
