import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import './globals.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { WordsProvider } from '../components/shell/words-provider.tsx';
import { loadMessages } from '../lib/i18n/load-messages.ts';
import { readerOf } from './reader.ts';

export const metadata: Metadata = { title: { default: 'Thước Đo', template: '%s · Thước Đo' } };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await readerOf();
  return (
    <html lang={locale} className={theme === 'dark' ? 'dark' : undefined} suppressHydrationWarning>
      <body>
        <WordsProvider locale={locale} messages={await loadMessages(locale)}>
          {children}
        </WordsProvider>
      </body>
    </html>
  );
}
