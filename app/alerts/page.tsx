import type { Metadata } from 'next';
import { AlertsPage } from '../../components/alerts/alerts-page.tsx';
import { AskedAreaPage, type SearchParams } from '../asked-area-page.tsx';
import { readerOf } from '../reader.ts';
import { wordsOf } from '../words-of.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'alerts');
  return { title: t('title') };
}

/** The alerts of an area and of all below it; without one named, of the place where the reader's work is. */
export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return (
    <AskedAreaPage searchParams={searchParams} page="alerts" themes={['forms', 'alerts']}>
      {(me) => <AlertsPage me={me} />}
    </AskedAreaPage>
  );
}
