import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { mayAnywhere } from '../../components/admin/sections.ts';
import { DossiersPage } from '../../components/dossiers/dossiers-page.tsx';
import { dossiersPath } from '../../components/dossiers/dossiers-path.ts';
import { EmptyTree } from '../../components/shell/empty-tree.tsx';
import { MoreWords } from '../../components/shell/more-words.tsx';
import { PlainShell } from '../../components/shell/plain-shell.tsx';
import { RootChoice } from '../../components/shell/root-choice.tsx';
import { loadThemes } from '../../lib/i18n/load-theme.ts';
import { AreaPage } from '../area-page.tsx';
import { loadAreas, loadMe } from '../load-from-api.ts';
import { PersonMark } from '../person-mark.tsx';
import { readerOf } from '../reader.ts';
import { rootsOf } from '../roots-of.ts';
import { WhyNot } from '../why-not.tsx';

type Query = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Query> };

const filtersOf = (query: Query): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

export async function generateMetadata(): Promise<Metadata> {
  const { dossierList } = await loadThemes((await readerOf()).locale, 'dossiers');
  return { title: dossierList?.title };
}

/** The list of dossiers of the area in the address; without one, of the one top that the reader may see. */
export default async function Page({ searchParams }: Props) {
  const { area, ...others } = await searchParams;
  if (typeof area !== 'string' || area === '') return <Tops others={others} />;
  const [{ locale }, me] = await Promise.all([readerOf(), loadMe()]);
  return (
    <AreaPage code={area} page="dossiers" path={dossiersPath(area, filtersOf(others))}>
      <MoreWords messages={await loadThemes(locale, 'forms', 'audit', 'dossiers')}>
        <DossiersPage mayExport={me.kind === 'ok' && mayAnywhere(me.value.roles, 'lists.export')} />
      </MoreWords>
    </AreaPage>
  );
}

async function Tops({ others }: { others: Query }) {
  const [{ theme }, loaded] = await Promise.all([readerOf(), loadAreas()]);
  if (loaded.kind === 'signed_out') redirect('/dossiers');
  const roots = loaded.kind === 'ok' ? rootsOf(loaded.value.areas) : [];
  const [only, ...more] = roots;
  if (only && more.length === 0) {
    redirect(dossiersPath(only.code, filtersOf(others)));
  }
  return (
    <PlainShell theme={theme} person={<PersonMark />}>
      {loaded.kind === 'failure' ? (
        <WhyNot failure={loaded.failure} />
      ) : only ? (
        <RootChoice roots={roots} page="dossiers" />
      ) : (
        <EmptyTree />
      )}
    </PlainShell>
  );
}
