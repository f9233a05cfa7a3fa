import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ApologyFrame } from '../../components/apology/apology-frame.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { PeoplePages } from '../people-pages.tsx';
import { readerOf } from '../reader.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readerOf();
  const { apology } = await loadThemes(locale, 'apology');
  return { title: apology?.page.title };
}

/** Pages about letters of apology: whoever may read no list is told so. */
export default function ApologiesLayout({ children }: { children: ReactNode }) {
  return (
    <PeoplePages
      path="/apologies"
      themes={['forms', 'admin', 'audit', 'apology']}
      frame={(reader) => <ApologyFrame {...reader}>{children}</ApologyFrame>}
    />
  );
}
