import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { QrSheet } from '../../../../components/public-form/qr-sheet.tsx';
import { MoreWords } from '../../../../components/shell/more-words.tsx';
import { PlainShell } from '../../../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../../../lib/i18n/load-theme.ts';
import { codeOf } from '../../../code-of.ts';
import { loadMe, loadPublicForm } from '../../../load-from-api.ts';
import { PersonMark } from '../../../person-mark.tsx';
import { readerOf } from '../../../reader.ts';
import { wordsOf } from '../../../words-of.ts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'publicForm');
  return { title: t('qrTitle') };
}

/** The QR code of a unit’s form, to be printed. */
export default async function Page({ params }: Props) {
  const [{ locale, theme }, me, code] = await Promise.all([readerOf(), loadMe(), codeOf(params)]);
  if (me.kind === 'signed_out') redirect(`/suggestions/${encodeURIComponent(code)}/qr`);
  const found = await loadPublicForm(code);
  if (found.kind !== 'ok') notFound();
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'publicForm')}>
      <PlainShell theme={theme} person={<PersonMark />}>
        <QrSheet area={found.value.area} />
      </PlainShell>
    </MoreWords>
  );
}
