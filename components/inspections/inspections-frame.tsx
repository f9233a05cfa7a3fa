'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Me } from '../../lib/wire/access/account.ts';
import { AreasProvider } from '../admin/areas-provider.tsx';
import { MeProvider } from '../admin/me-provider.tsx';
import { mayAnywhere } from '../admin/sections.ts';
import { PlainShell } from '../shell/plain-shell.tsx';
import type { Theme } from '../shell/theme.ts';
import { Notice } from '../ui/notice.tsx';

type InspectionsFrameProps = { me: Me; theme: Theme; person: ReactNode; children: ReactNode };

/** The frame of every page about inspections. */
export function InspectionsFrame({ me, theme, person, children }: InspectionsFrameProps) {
  const t = useTranslations('inspections');
  return (
    <MeProvider me={me}>
      <PlainShell theme={theme} person={person} wide>
        {mayAnywhere(me.roles, 'lists.read') ? (
          <AreasProvider>{children}</AreasProvider>
        ) : (
          <Notice as="h1" tone="attention" title={t('deniedTitle')} reason={t('deniedReason')} />
        )}
      </PlainShell>
    </MeProvider>
  );
}
