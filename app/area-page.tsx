import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { mayAnywhere, mayIn } from '../components/admin/sections.ts';
import { LiveProvider } from '../components/live/live-provider.tsx';
import { AreaPicture } from '../components/shell/area-picture.tsx';
import type { LivePage } from '../components/shell/live-page.ts';
import { LiveShell } from '../components/shell/live-shell.tsx';
import { MoreWords } from '../components/shell/more-words.tsx';
import { MeasuresReader } from '../components/ui/measures-reader.tsx';
import { loadThemes } from '../lib/i18n/load-theme.ts';
import { loadBoard, loadMe } from './load-from-api.ts';
import { PersonMark } from './person-mark.tsx';
import { readerOf } from './reader.ts';
import { Refused } from './refused.tsx';

type AreaPageProps = {
  code: string;
  /** Where this page is: whoever is nobody by now is led from there to signing in. */
  path: string;
  page?: LivePage;
  /** What is shown of it; its live picture unless something else is asked for. */
  children?: ReactNode;
};

/** The page of any area: a city's or district's overview, or a unit's own page. */
export async function AreaPage({ code, path, page = 'picture', children }: AreaPageProps) {
  const [{ theme }, loaded, me] = await Promise.all([readerOf(), loadBoard(code), loadMe()]);
  if (loaded.kind === 'unknown') notFound();
  if (loaded.kind === 'signed_out') redirect(path);
  if (loaded.kind === 'failure') return <Refused failure={loaded.failure} />;
  const first = loaded.value;
  const { header } = first.board;
  const roles = me.kind === 'ok' ? me.value.roles : [];
  return (
    <LiveProvider key={code} first={first}>
      <LiveShell theme={theme} person={<PersonMark />} page={page} book={mayAnywhere(roles, 'lists.read')}>
        <MeasuresReader
          may={mayIn(roles, 'measures.read', [...header.path.map((area) => area.code), header.code])}
        >
          {children ?? <Picture />}
        </MeasuresReader>
      </LiveShell>
    </LiveProvider>
  );
}

async function Picture() {
  const { locale } = await readerOf();
  return (
    <MoreWords
      messages={await loadThemes(locale, 'dossierPanel', 'bookPanel', 'inspectionPanel', 'since', 'surveys')}
    >
      <AreaPicture />
    </MoreWords>
  );
}
