import type { Metadata } from 'next';
import { CompareView } from '../../../../components/compare/compare-view.tsx';
import { MoreWords } from '../../../../components/shell/more-words.tsx';
import { loadThemes } from '../../../../lib/i18n/load-theme.ts';
import { AreaPage } from '../../../area-page.tsx';
import { codeOf } from '../../../code-of.ts';
import { readerOf } from '../../../reader.ts';
import { wordsOf } from '../../../words-of.ts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'compare');
  return { title: t('title') };
}

export default async function Page({ params }: Props) {
  const code = await codeOf(params);
  const { locale } = await readerOf();
  return (
    <AreaPage code={code} page="compare" path={`/areas/${encodeURIComponent(code)}/compare`}>
      <MoreWords
        messages={await loadThemes(locale, 'forms', 'admin', 'measures', 'notes', 'surveys', 'published')}
      >
        <CompareView />
      </MoreWords>
    </AreaPage>
  );
}
