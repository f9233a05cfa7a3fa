import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { InspectionsFrame } from '../../components/inspections/inspections-frame.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { PeoplePages } from '../people-pages.tsx';
import { readerOf } from '../reader.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { inspections } = await loadThemes((await readerOf()).locale, 'inspections');
  return { title: inspections?.title };
}

/** Pages about inspections: whoever may read no list is told so. */
export default function InspectionsLayout({ children }: { children: ReactNode }) {
  return (
    <PeoplePages
      path="/inspections"
      themes={['forms', 'audit', 'book', 'inspections']}
      frame={(reader) => <InspectionsFrame {...reader}>{children}</InspectionsFrame>}
    />
  );
}
