import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { mayAnywhere } from '../../components/admin/sections.ts';
import { AlertsPage } from '../../components/alerts/alerts-page.tsx';
import { LiveProvider } from '../../components/live/live-provider.tsx';
import { LiveShell } from '../../components/shell/live-shell.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { loadBoard, loadMe } from '../load-from-api.ts';
import { ownArea } from '../own-area.ts';
import { PersonMark } from '../person-mark.tsx';
import { readerOf } from '../reader.ts';
import { WhyNot } from '../why-not.tsx';
import { wordsOf } from '../words-of.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await wordsOf((await readerOf()).locale, 'alerts');
  return { title: t('title') };
}

/** The alerts of an area and of all below it; without one named, of the place where the reader's work is. */
export default async function Page({ searchParams }: Props) {
  const [{ locale, theme }, { area }, me] = await Promise.all([readerOf(), searchParams, loadMe()]);
  if (me.kind === 'signed_out') redirect('/alerts');
  const code = typeof area === 'string' && area !== '' ? area : await ownArea();
  if (me.kind !== 'ok' || code === null)
    return (
      <PlainShell theme={theme} person={<PersonMark />}>
        <WhyNot failure={me.kind === 'failure' ? me.failure : { kind: 'denied' }} />
      </PlainShell>
    );
  const loaded = await loadBoard(code);
  if (loaded.kind === 'unknown') notFound();
  if (loaded.kind === 'signed_out') redirect('/alerts');
  if (loaded.kind === 'failure')
    return (
      <PlainShell theme={theme} person={<PersonMark />}>
        <WhyNot failure={loaded.failure} />
      </PlainShell>
    );
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'alerts')}>
      <LiveProvider key={code} first={loaded.value}>
        <LiveShell
          theme={theme}
          person={<PersonMark />}
          page="alerts"
          book={mayAnywhere(me.value.roles, 'lists.read')}
        >
          <AlertsPage me={me.value} />
        </LiveShell>
      </LiveProvider>
    </MoreWords>
  );
}
