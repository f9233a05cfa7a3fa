import type { Metadata } from 'next';
import { MeetingsPage } from '../../components/meetings/meetings-page.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { AskedAreaPage, type SearchParams } from '../asked-area-page.tsx';
import { readerOf } from '../reader.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { meetings } = await loadThemes((await readerOf()).locale, 'meetings');
  return { title: meetings?.title };
}

/** Reception days and dialogues of an area. */
export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return (
    <AskedAreaPage searchParams={searchParams} page="meetings" themes={['forms', 'admin', 'meetings']}>
      {() => <MeetingsPage />}
    </AskedAreaPage>
  );
}
