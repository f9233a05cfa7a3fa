import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { OfficersPage } from '../../../../components/officers/officers-page.tsx';
import { MoreWords } from '../../../../components/shell/more-words.tsx';
import { PlainShell } from '../../../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../../../lib/i18n/load-theme.ts';
import { codeOf } from '../../../code-of.ts';
import { loadMe } from '../../../load-from-api.ts';
import { PersonMark } from '../../../person-mark.tsx';
import { readerOf } from '../../../reader.ts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { officer } = await loadThemes((await readerOf()).locale, 'officer');
  return { title: officer?.title };
}

/** Figures of one officer of a unit at a time, for its head. */
export default async function Page({ params }: Props) {
  const [{ locale, theme }, me, code] = await Promise.all([readerOf(), loadMe(), codeOf(params)]);
  if (me.kind === 'signed_out') redirect(`/areas/${encodeURIComponent(code)}/officers`);
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'officer')}>
      <PlainShell theme={theme} wide person={<PersonMark />}>
        <OfficersPage key={code} unit={code} />
      </PlainShell>
    </MoreWords>
  );
}
