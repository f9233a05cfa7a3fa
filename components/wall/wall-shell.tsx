'use client';
import type { ReactNode } from 'react';
import { useLocale } from 'use-intl';
import { fullName } from '../board/place-name.ts';
import { LinkBanners } from '../live/link-banners.tsx';
import { useBoard } from '../live/use-board.ts';
import { useLink } from '../live/use-link.ts';
import { DataState } from '../shell/data-state.tsx';
import { FitScreen } from './fit-screen.tsx';

/** The frame of a wall: where this is and how fresh; no way to anywhere. Inside a LiveProvider. */
export function WallShell({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const { level } = useLink();
  const header = useBoard((board) => board.header);
  return (
    <FitScreen>
      <header className="flex flex-wrap items-center gap-x-6 gap-y-1 px-3 pt-3 sm:px-4 lg:px-5">
        <h1 className="text-[24px] leading-tight font-semibold">{fullName(locale, header)}</h1>
        <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1">
          <DataState />
        </div>
      </header>
      <LinkBanners />
      <main className={`px-3 py-3 sm:px-4 lg:px-5 ${level === 'lost' ? 'stale' : ''}`}>{children}</main>
    </FitScreen>
  );
}
