import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { RatingSheet } from '../../../../components/rate/rating-sheet.tsx';
import { MoreWords } from '../../../../components/shell/more-words.tsx';
import { PlainShell } from '../../../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../../../lib/i18n/load-theme.ts';
import { codeOf } from '../../../code-of.ts';
import { loadMe, loadRateHere } from '../../../load-from-api.ts';
import { PersonMark } from '../../../person-mark.tsx';
import { readerOf } from '../../../reader.ts';
import { wordsOf } from '../../../words-of.ts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'rate');
  return { title: t('sheetTitle') };
}

/** The QR code by which a unit or one of its counters is rated, to be printed. */
export default async function Page({ params }: Props) {
  const [{ locale, theme }, me, code] = await Promise.all([readerOf(), loadMe(), codeOf(params)]);
  if (me.kind === 'signed_out') redirect(`/ratings/qr/${encodeURIComponent(code)}`);
  const found = await loadRateHere(code, null);
  if (found.kind !== 'ok') notFound();
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'rate')}>
      <PlainShell theme={theme} person={<PersonMark />}>
        <RatingSheet unit={found.value.unit} />
      </PlainShell>
    </MoreWords>
  );
}
