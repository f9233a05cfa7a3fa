import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { mayAnywhere } from '../../components/admin/sections.ts';
import { RatingsPage } from '../../components/ratings/ratings-page.tsx';
import { EmptyTree } from '../../components/shell/empty-tree.tsx';
import { livePath } from '../../components/shell/live-page.ts';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { AreaPage } from '../area-page.tsx';
import { loadMe } from '../load-from-api.ts';
import { ownArea } from '../own-area.ts';
import { PersonMark } from '../person-mark.tsx';
import { readerOf } from '../reader.ts';
import { Refused } from '../refused.tsx';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { ratings } = await loadThemes((await readerOf()).locale, 'ratings');
  return { title: ratings?.title };
}

/** What people say of the area in the address; without one, of where the reader's first role is. */
export default async function Page({ searchParams }: Props) {
  const [{ locale, theme }, { area }, me] = await Promise.all([readerOf(), searchParams, loadMe()]);
  if (typeof area === 'string' && area !== '')
    return (
      <AreaPage code={area} page="ratings" path={livePath('ratings', area)}>
        <MoreWords messages={await loadThemes(locale, 'forms', 'admin', 'measures', 'ratings')}>
          <RatingsPage mayExport={me.kind === 'ok' && mayAnywhere(me.value.roles, 'lists.export')} />
        </MoreWords>
      </AreaPage>
    );
  if (me.kind === 'signed_out') redirect('/ratings');
  if (me.kind !== 'ok') return <Refused failure={me.kind === 'failure' ? me.failure : { kind: 'denied' }} />;
  const home = await ownArea();
  if (home !== null) redirect(livePath('ratings', home));
  return (
    <PlainShell theme={theme} person={<PersonMark />}>
      <EmptyTree />
    </PlainShell>
  );
}
