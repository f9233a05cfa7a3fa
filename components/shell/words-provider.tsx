'use client';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Messages } from '../../lib/i18n/load-messages.ts';
import type { Locale } from '../../lib/i18n/locale.ts';

/** Gives the texts of one language to everything inside. */
export function WordsProvider(props: { locale: Locale; messages: Messages; children: ReactNode }) {
  // Times are written by lib/i18n/format in the zone of the unit they belong to; texts themselves hold none.
  return <IntlProvider timeZone="UTC" {...props} />;
}
