import type { Metadata } from 'next';
import { BrandFrame } from '../../components/account/brand-frame.tsx';
import { SignIn } from '../../components/account/sign-in.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { readerOf } from '../reader.ts';
import { wordsOf } from '../words-of.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'signIn');
  return { title: t('title') };
}

export default async function LoginPage({ searchParams }: Props) {
  const [{ locale, theme }, { to, ended }] = await Promise.all([readerOf(), searchParams]);
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'access')}>
      <PlainShell theme={theme} wide>
        <BrandFrame>
          <SignIn to={typeof to === 'string' ? to : null} ended={ended !== undefined} />
        </BrandFrame>
      </PlainShell>
    </MoreWords>
  );
}
