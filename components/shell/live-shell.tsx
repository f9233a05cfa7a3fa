'use client';
import type { ReactNode } from 'react';
import { LinkBanners } from '../live/link-banners.tsx';
import { useLink } from '../live/use-link.ts';
import { DataState } from './data-state.tsx';
import { HeaderFrame } from './header-frame.tsx';
import type { LivePage } from './live-page.ts';
import { PlaceBar } from './place-bar.tsx';
import type { Theme } from './theme.ts';

type LiveShellProps = {
  theme: Theme;
  /** Who is signed in. */
  person?: ReactNode;
  page?: LivePage;
  /** Whether the reader may read lists, so that the suggestion book has something to show. */
  book: boolean;
  children: ReactNode;
};

/** The frame of a live page; its figures turn grey when the line is lost. Inside a LiveProvider. */
export function LiveShell({ theme, person, page = 'picture', book, children }: LiveShellProps) {
  const { level } = useLink();
  return (
    <>
      <HeaderFrame
        theme={theme}
        place={<PlaceBar page={page} book={book} />}
        state={<DataState />}
        person={person}
      />
      <LinkBanners />
      <main
        id="main"
        tabIndex={-1}
        className={`px-3 py-3.5 outline-none sm:px-4 lg:px-5 ${level === 'lost' ? 'stale' : ''}`}
      >
        {children}
      </main>
    </>
  );
}
