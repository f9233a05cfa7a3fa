import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AdminFrame } from '../../components/admin/admin-frame.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { PeoplePages } from '../people-pages.tsx';
import { readerOf } from '../reader.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readerOf();
  const { admin } = await loadThemes(locale, 'admin');
  return { title: admin?.title };
}

/** Every page of administration: whoever has nothing to administer is told so. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <PeoplePages
      path="/admin"
      themes={['forms', 'admin', 'calendar', 'alerts', 'alertRules', 'conduct', 'officer', 'surveys']}
      frame={(reader) => <AdminFrame {...reader}>{children}</AdminFrame>}
    />
  );
}
