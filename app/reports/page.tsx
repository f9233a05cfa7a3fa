import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { mayAnywhere } from '../../components/admin/sections.ts';
import { LiveProvider } from '../../components/live/live-provider.tsx';
import { ReportsPage } from '../../components/reports/reports-page.tsx';
import { LiveShell } from '../../components/shell/live-shell.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { loadBoard, loadMe } from '../load-from-api.ts';
import { ownArea } from '../own-area.ts';
import { PersonMark } from '../person-mark.tsx';
import { readerOf } from '../reader.ts';
import { WhyNot } from '../why-not.tsx';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { reports } = await loadThemes((await readerOf()).locale, 'reports');
  return { title: reports?.title };
}

/** The reports of an area; without one named, of the place where the reader's work is. */
export default async function Page({ searchParams }: Props) {
  const [{ locale, theme }, { area }, me] = await Promise.all([readerOf(), searchParams, loadMe()]);
  if (me.kind === 'signed_out') redirect('/reports');
  const code = typeof area === 'string' && area !== '' ? area : await ownArea();
  if (me.kind !== 'ok' || code === null)
    return (
      <PlainShell theme={theme} person={<PersonMark />}>
        <WhyNot failure={me.kind === 'failure' ? me.failure : { kind: 'denied' }} />
      </PlainShell>
    );
  const loaded = await loadBoard(code);
  if (loaded.kind === 'unknown') notFound();
  if (loaded.kind === 'signed_out') redirect('/reports');
  if (loaded.kind === 'failure')
    return (
      <PlainShell theme={theme} person={<PersonMark />}>
        <WhyNot failure={loaded.failure} />
      </PlainShell>
    );
  return (
    <MoreWords messages={await loadThemes(locale, 'forms', 'admin', 'measures', 'reports')}>
      <LiveProvider key={code} first={loaded.value}>
        <LiveShell
          theme={theme}
          person={<PersonMark />}
          page="reports"
          book={mayAnywhere(me.value.roles, 'lists.read')}
        >
          <ReportsPage me={me.value} />
        </LiveShell>
      </LiveProvider>
    </MoreWords>
  );
}
