import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { ApologyFrame } from '../../components/apology/apology-frame.tsx';
import { Failure } from '../../components/shell/failure.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { loadMe } from '../load-from-api.ts';
import { PersonMark } from '../person-mark.tsx';
import { readerOf } from '../reader.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readerOf();
  const { apology } = await loadThemes(locale, 'apology');
  return { title: apology?.page.title };
}

/** Pages about letters of apology: whoever may read no list is told so, and the server asks again at each act. */
export default async function ApologiesLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await readerOf();
  const [me, messages] = await Promise.all([
    loadMe(),
    loadThemes(locale, 'forms', 'admin', 'audit', 'apology'),
  ]);
  if (me.kind === 'signed_out') redirect('/apologies');
  if (me.kind !== 'ok') {
    return (
      <PlainShell theme={theme}>
        <Failure failure={me.kind === 'failure' ? me.failure : { kind: 'denied' }} />
      </PlainShell>
    );
  }
  return (
    <MoreWords messages={messages}>
      <ApologyFrame me={me.value} theme={theme} person={<PersonMark />}>
        {children}
      </ApologyFrame>
    </MoreWords>
  );
}
