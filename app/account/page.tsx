import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountPage } from '../../components/account/account-page.tsx';
import { Failure } from '../../components/shell/failure.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { loadMe } from '../load-from-api.ts';
import { PersonMark } from '../person-mark.tsx';
import { readerOf } from '../reader.ts';
import { wordsOf } from '../words-of.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'account');
  return { title: t('title') };
}

export default async function Page() {
  const [{ locale, theme }, me] = await Promise.all([readerOf(), loadMe()]);
  if (me.kind === 'signed_out') redirect('/account');
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'access', 'officer')}>
      <PlainShell theme={theme} wide person={<PersonMark />}>
        {me.kind === 'ok' ? (
          <AccountPage me={me.value} />
        ) : (
          <Failure failure={me.kind === 'failure' ? me.failure : { kind: 'denied' }} />
        )}
      </PlainShell>
    </MoreWords>
  );
}
