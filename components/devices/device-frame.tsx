'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LanguageSwitch } from '../shell/language-switch.tsx';

type DeviceFrameProps = {
  /** The unit, and where in it this stands. */
  title: ReactNode;
  aside?: ReactNode;
  online: boolean;
  children: ReactNode;
};

/** The frame of a device: where this is and whether the server hears it; no way to any other page. */
export function DeviceFrame({ title, aside, online, children }: DeviceFrameProps) {
  const t = useTranslations('devices');
  return (
    <div className="flex min-h-dvh flex-col bg-bg text-ink print:block print:min-h-0">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-panel px-5 py-2.5 print:hidden">
        <h1 className="text-lead font-semibold">{title}</h1>
        <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1">
          {aside}
          <LanguageSwitch />
        </div>
      </header>
      <p
        role="status"
        className={online ? 'sr-only' : 'bg-risk-soft px-5 py-2 font-semibold text-risk print:hidden'}
      >
        {online ? '' : t('offline')}
      </p>
      <main className="flex flex-1 flex-col">{children}</main>
    </div>
  );
}
