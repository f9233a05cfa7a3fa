'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { remember } from './remember.ts';
import { THEME_COOKIE, type Theme } from './theme.ts';

/** Changes between the light and the dark ground, at once and for the next visit. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations('shell');
  const [theme, setTheme] = useState(initial);
  const next: Theme = theme === 'light' ? 'dark' : 'light';
  const label = next === 'dark' ? t('toDark') : t('toLight');
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="grid size-7 place-items-center rounded-md text-ink2 hover:text-ink pointer-coarse:size-11"
      onClick={() => {
        document.documentElement.classList.toggle('dark', next === 'dark');
        remember(THEME_COOKIE, next);
        setTheme(next);
      }}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
      </svg>
    </button>
  );
}
