import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Failure } from '../components/shell/failure.tsx';
import { MoreWords } from '../components/shell/more-words.tsx';
import { PlainShell } from '../components/shell/plain-shell.tsx';
import type { Theme } from '../components/shell/theme.ts';
import { loadThemes, type TextTheme } from '../lib/i18n/load-theme.ts';
import type { Me } from '../lib/wire/access/account.ts';
import { loadMe } from './load-from-api.ts';
import { PersonMark } from './person-mark.tsx';
import { readerOf } from './reader.ts';

type PeoplePagesProps = {
  /** Where whoever is nobody is led back to after signing in. */
  path: string;
  themes: readonly TextTheme[];
  frame: (reader: { me: Me; theme: Theme; person: ReactNode }) => ReactNode;
};

/** Pages for people alone, in a frame that knows who reads; the server asks for rights again at each act. */
export async function PeoplePages({ path, themes, frame }: PeoplePagesProps) {
  const { locale, theme } = await readerOf();
  const [me, messages] = await Promise.all([loadMe(), loadThemes(locale, ...themes)]);
  if (me.kind === 'signed_out') redirect(path);
  if (me.kind !== 'ok') {
    return (
      <PlainShell theme={theme}>
        <Failure failure={me.kind === 'failure' ? me.failure : { kind: 'denied' }} />
      </PlainShell>
    );
  }
  return <MoreWords messages={messages}>{frame({ me: me.value, theme, person: <PersonMark /> })}</MoreWords>;
}
