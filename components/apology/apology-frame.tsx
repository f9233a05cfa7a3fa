'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Me } from '../../lib/wire/access/account.ts';
import { AreasProvider } from '../admin/areas-provider.tsx';
import { MeProvider } from '../admin/me-provider.tsx';
import { mayAnywhere } from '../admin/sections.ts';
import { HeaderFrame } from '../shell/header-frame.tsx';
import type { Theme } from '../shell/theme.ts';
import { Notice } from '../ui/notice.tsx';
import { PageLink } from '../ui/page-link.tsx';

type ApologyFrameProps = {
  me: Me;
  theme: Theme;
  /** Who is signed in. */
  person: ReactNode;
  children: ReactNode;
};

/** The frame of every page about letters of apology. */
export function ApologyFrame({ me, theme, person, children }: ApologyFrameProps) {
  const t = useTranslations('apology.page');
  const place = (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
      <span className="font-semibold">{t('title')}</span>
      <PageLink
        href="/"
        className="inline-flex items-center text-[13px] text-ink2 hover:text-ink hover:underline pointer-coarse:min-h-11"
      >
        {t('overview')}
      </PageLink>
    </div>
  );
  return (
    <MeProvider me={me}>
      <HeaderFrame theme={theme} place={place} person={person} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid max-w-[1280px] grid-cols-1 content-start gap-3 px-3 py-3.5 outline-none sm:px-4 lg:px-5 lg:py-5"
      >
        {mayAnywhere(me.roles, 'lists.read') ? (
          <AreasProvider>{children}</AreasProvider>
        ) : (
          <Notice as="h1" tone="attention" title={t('deniedTitle')} reason={t('deniedReason')} />
        )}
      </main>
    </MeProvider>
  );
}
