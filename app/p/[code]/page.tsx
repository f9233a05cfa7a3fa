import type { Metadata } from 'next';
import { PublicPage } from '../../../components/citizen/public-page.tsx';
import { Failure } from '../../../components/shell/failure.tsx';
import { MoreWords } from '../../../components/shell/more-words.tsx';
import { PlainShell } from '../../../components/shell/plain-shell.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { loadThemes } from '../../../lib/i18n/load-theme.ts';
import { localName } from '../../../lib/i18n/local-name.ts';
import { codeOf } from '../../code-of.ts';
import { loadPublicPage } from '../../load-from-api.ts';
import { readerOf } from '../../reader.ts';
import { wordsOf } from '../../words-of.ts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ locale }, found] = await Promise.all([readerOf(), loadPublicPage(await codeOf(params))]);
  const t = await wordsOf(locale, 'publicPage');
  return { title: found.kind === 'ok' ? localName(locale, found.value.area) : t('none') };
}

/** What a unit tells everybody; drawn whole by the server, so that it reads without scripts. */
export default async function Page({ params }: Props) {
  const [{ locale, theme }, found] = await Promise.all([readerOf(), loadPublicPage(await codeOf(params))]);
  const t = await wordsOf(locale, 'publicPage');
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'calendar', 'publicForm', 'citizen', 'meetings')}>
      <PlainShell theme={theme} demo={found.kind === 'ok' && found.value.area.demo}>
        {found.kind === 'ok' ? (
          <PublicPage first={found.value} />
        ) : found.kind === 'failure' ? (
          <Failure failure={found.failure} />
        ) : (
          <Notice as="h1" title={t('none')} reason={t('noneReason')} />
        )}
      </PlainShell>
    </MoreWords>
  );
}
