'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import { fullName } from '../board/place-name.ts';
import { useBoard } from '../live/use-board.ts';
import { AreaPicture } from '../shell/area-picture.tsx';
import { HeaderFrame } from '../shell/header-frame.tsx';
import type { Theme } from '../shell/theme.ts';
import { AreaLink } from '../ui/area-link.tsx';
import { DemoMark } from '../ui/demo-mark.tsx';
import { MomentLine } from './moment-line.tsx';
import { ReplayBar } from './replay-bar.tsx';
import { usePlayer } from './replay-provider.tsx';

/** The picture of an area as it was, under a bar that says so and moves it. Inside a ReplayProvider. */
export function ReplayPage({ theme, person }: { theme: Theme; person: ReactNode }) {
  const t = useTranslations('replay');
  const [{ loading, trouble }] = usePlayer();
  const demo = useBoard((board) => board.header.demo);
  return (
    <>
      <HeaderFrame theme={theme} place={<ReplayPlace />} state={demo && <DemoMark />} person={person} />
      <ReplayBar />
      <main
        id="main"
        tabIndex={-1}
        aria-busy={loading}
        className={`px-3 py-3.5 outline-none sm:px-4 lg:px-5 ${loading || trouble !== null ? 'stale' : ''}`}
      >
        <MomentLine />
        <AreaPicture />
        <p className="mt-4 text-small text-ink2">{t('notKept')}</p>
      </main>
    </>
  );
}

function ReplayPlace() {
  const t = useTranslations('replay');
  const locale = useLocale();
  const header = useBoard((board) => board.header);
  return (
    <nav aria-label={t('place')} className="flex min-w-0 flex-wrap items-center gap-x-1.5 max-md:flex-1">
      {header.path.map((area) => (
        <span key={area.code} className={`contents ${area === header.path.at(-1) ? '' : 'max-md:hidden'}`}>
          <AreaLink
            code={area.code}
            className="text-ink2 hover:text-ink hover:underline max-md:text-small pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
          >
            {localName(locale, area)}
          </AreaLink>
          <span aria-hidden="true" className="text-ink3">
            ▸
          </span>
        </span>
      ))}
      <h1 className="font-semibold">{fullName(locale, header)}</h1>
    </nav>
  );
}
