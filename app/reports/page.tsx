import type { Metadata } from 'next';
import { ReportsPage } from '../../components/reports/reports-page.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { AskedAreaPage, type SearchParams } from '../asked-area-page.tsx';
import { readerOf } from '../reader.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { reports } = await loadThemes((await readerOf()).locale, 'reports');
  return { title: reports?.title };
}

/** The reports of an area; without one named, of the place where the reader's work is. */
export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return (
    <AskedAreaPage
      searchParams={searchParams}
      page="reports"
      themes={['forms', 'admin', 'measures', 'reports']}
    >
      {(me) => <ReportsPage me={me} />}
    </AskedAreaPage>
  );
}
