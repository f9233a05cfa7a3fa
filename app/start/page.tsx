import type { Metadata } from 'next';
import { FirstRun } from '../../components/first-run/first-run.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { PersonMark } from '../person-mark.tsx';
import { readerOf } from '../reader.ts';
import { wordsOf } from '../words-of.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'start');
  return { title: t('title') };
}

export default async function StartPage() {
  const { locale, theme } = await readerOf();
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'access')}>
      <PlainShell theme={theme} wide person={<PersonMark />}>
        <FirstRun />
      </PlainShell>
    </MoreWords>
  );
}
