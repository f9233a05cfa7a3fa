'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Me } from '../../lib/wire/access/account.ts';
import { HeaderFrame } from '../shell/header-frame.tsx';
import type { Theme } from '../shell/theme.ts';
import { Notice } from '../ui/notice.tsx';
import { AdminNav } from './admin-nav.tsx';
import { AreasProvider } from './areas-provider.tsx';
import { MeProvider } from './me-provider.tsx';
import { sectionsFor } from './sections.ts';

type AdminFrameProps = {
  me: Me;
  theme: Theme;
  /** Who is signed in. */
  person: ReactNode;
  children: ReactNode;
};

/** The frame of every page of administration. */
export function AdminFrame({ me, theme, person, children }: AdminFrameProps) {
  return (
    <MeProvider me={me}>
      <HeaderFrame theme={theme} place={<Place />} person={person} />
      <div className="mx-auto flex max-w-[1280px] flex-col gap-3 px-3 py-3.5 sm:px-4 lg:flex-row lg:gap-6 lg:px-5 lg:py-5">
        <AdminNav />
        <main
          id="main"
          tabIndex={-1}
          className="grid min-w-0 flex-1 grid-cols-1 content-start gap-3 outline-none"
        >
          {sectionsFor(me.roles).length === 0 ? <Nothing /> : <AreasProvider>{children}</AreasProvider>}
        </main>
      </div>
    </MeProvider>
  );
}

/** Whoever administers nothing; typed addresses end here too. */
function Nothing() {
  const t = useTranslations('admin');
  return <Notice as="h1" tone="attention" title={t('deniedTitle')} reason={t('deniedReason')} />;
}

function Place() {
  const t = useTranslations('admin');
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
      <span className="font-semibold">{t('title')}</span>
      <Link
        href="/"
        prefetch={false}
        className="inline-flex items-center text-[13px] text-ink2 hover:text-ink hover:underline pointer-coarse:min-h-11"
      >
        {t('toWork')}
      </Link>
    </div>
  );
}
