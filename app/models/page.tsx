import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModelsPage } from '../../components/models/models-page.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { AreaPage } from '../area-page.tsx';
import { ownArea } from '../own-area.ts';
import { readerOf } from '../reader.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { models } = await loadThemes((await readerOf()).locale, 'models');
  return { title: models?.title };
}

/** The models that units of an area try; without one named, of the place where the reader's work is. */
export default async function Page({ searchParams }: Props) {
  const [{ locale }, { area }] = await Promise.all([readerOf(), searchParams]);
  const code = typeof area === 'string' && area !== '' ? area : await ownArea();
  if (code === null) notFound();
  return (
    <AreaPage code={code} page="models" path={`/models?area=${encodeURIComponent(code)}`}>
      <MoreWords messages={await loadThemes(locale, 'forms', 'admin', 'measures', 'models')}>
        <ModelsPage />
      </MoreWords>
    </AreaPage>
  );
}
