import type { Metadata } from 'next';
import { BrandFrame } from '../../components/account/brand-frame.tsx';
import { Enter } from '../../components/account/enter.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { readerOf } from '../reader.ts';
import { wordsOf } from '../words-of.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'enter');
  return { title: t('title') };
}

export default async function EnterPage() {
  const { locale, theme } = await readerOf();
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'access')}>
      <PlainShell theme={theme} wide>
        <BrandFrame>
          <Enter />
        </BrandFrame>
      </PlainShell>
    </MoreWords>
  );
}
