'use client';
import type { ReactNode } from 'react';
import { DemoMark } from '../ui/demo-mark.tsx';
import { HeaderFrame } from './header-frame.tsx';
import type { Theme } from './theme.ts';

type PlainShellProps = {
  theme: Theme;
  /** Who is signed in. */
  person?: ReactNode;
  /** Whether it is of a demonstration tree. */
  demo?: boolean;
  /** For more than text and notices. */
  wide?: boolean;
  children: ReactNode;
};

/** The frame of a page without live figures. */
export function PlainShell({ theme, person, demo = false, wide = false, children }: PlainShellProps) {
  return (
    <>
      <HeaderFrame theme={theme} state={demo && <DemoMark />} person={person} />
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto px-4 py-6 outline-none sm:py-10 ${wide ? 'max-w-5xl' : 'max-w-2xl'}`}
      >
        {children}
      </main>
    </>
  );
}
