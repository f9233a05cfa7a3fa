'use client';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Messages } from '../../lib/i18n/load-messages.ts';
import type { Locale } from '../../lib/i18n/locale.ts';

/** Gives the texts of one language to everything inside. */
export function WordsProvider(props: { locale: Locale; messages: Messages; children: ReactNode }) {
  return <IntlProvider {...props} />;
}
