import type { Metadata } from 'next';
import { PublicForm } from '../../../../components/public-form/public-form.tsx';
import { Failure } from '../../../../components/shell/failure.tsx';
import { MoreWords } from '../../../../components/shell/more-words.tsx';
import { PlainShell } from '../../../../components/shell/plain-shell.tsx';
import { Notice } from '../../../../components/ui/notice.tsx';
import { loadThemes } from '../../../../lib/i18n/load-theme.ts';
import { codeOf } from '../../../code-of.ts';
import { loadPublicForm } from '../../../load-from-api.ts';
import { readerOf } from '../../../reader.ts';
import { wordsOf } from '../../../words-of.ts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ locale }, found] = await Promise.all([readerOf(), loadPublicForm(await codeOf(params))]);
  const t = await wordsOf(locale, 'publicForm');
  return {
    title: found.kind === 'ok' ? t('title', { unit: found.value.area.name }) : t('unknownTitle'),
    robots: { index: false },
  };
}

/** The form behind the QR code of a unit: for everybody. */
export default async function Page({ params }: Props) {
  const [{ locale, theme }, found] = await Promise.all([readerOf(), loadPublicForm(await codeOf(params))]);
  const t = await wordsOf(locale, 'publicForm');
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'book', 'publicForm')}>
      <PlainShell theme={theme} demo={found.kind === 'ok' && found.value.area.demo}>
        {found.kind === 'ok' ? (
          <PublicForm first={found.value} />
        ) : found.kind === 'failure' ? (
          <Failure failure={found.failure} />
        ) : (
          <Notice as="h1" title={t('unknownTitle')} reason={t('unknownReason')} />
        )}
      </PlainShell>
    </MoreWords>
  );
}
