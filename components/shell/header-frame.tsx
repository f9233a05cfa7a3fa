'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PageLink } from '../ui/page-link.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import type { Theme } from './theme.ts';
import { ThemeSwitch } from './theme-switch.tsx';

type HeaderFrameProps = {
  theme: Theme;
  /** Where the reader is. */
  place?: ReactNode;
  /** How fresh the page is. */
  state?: ReactNode;
  /** Who is signed in. */
  person?: ReactNode;
};

/** The bar above every page, with the way past it. */
export function HeaderFrame({ theme, place, state, person }: HeaderFrameProps) {
  const t = useTranslations('shell');
  return (
    <>
      <a
        href="#main"
        className="sr-only z-30 rounded-md bg-brand px-3 py-2 font-semibold text-brand-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <header className="print:hidden flex min-h-13 flex-wrap items-center gap-x-5 gap-y-1 border-b border-line bg-panel px-4 py-1.5 lg:px-5">
        <PageLink href="/" className={`text-base font-bold text-brand ${place ? 'max-md:hidden' : ''}`}>
          {t('product')}
        </PageLink>
        {place}
        {state && (
          <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1 max-md:order-last max-md:ml-0 max-md:w-full">
            {state}
          </div>
        )}
        <div className={`flex items-center gap-1 ${state ? 'max-md:ml-auto' : 'ml-auto'}`}>
          <LanguageSwitch />
          <ThemeSwitch initial={theme} />
          {person}
        </div>
      </header>
    </>
  );
}
