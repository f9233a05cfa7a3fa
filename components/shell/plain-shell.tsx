'use client';
import type { ReactNode } from 'react';
import { HeaderFrame } from './header-frame.tsx';
import type { Theme } from './theme.ts';

/** The frame of a page without live figures. */
export function PlainShell({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <>
      <HeaderFrame theme={theme} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-2xl px-4 py-10 outline-none">
        {children}
      </main>
    </>
  );
}
