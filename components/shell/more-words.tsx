'use client';
import type { ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import type { ThemeTexts } from '../../lib/i18n/load-theme.ts';

/** Gives the texts of some themes to everything inside, beside those that every page has. */
export function MoreWords({ messages, children }: { messages: Partial<ThemeTexts>; children: ReactNode }) {
  const locale = useLocale();
  const held = useMessages();
  return (
    <IntlProvider locale={locale} messages={{ ...held, ...messages }} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
