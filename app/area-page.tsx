import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { LiveProvider } from '../components/live/live-provider.tsx';
import { AreaPicture } from '../components/shell/area-picture.tsx';
import type { LivePage } from '../components/shell/live-page.ts';
import { LiveShell } from '../components/shell/live-shell.tsx';
import { MoreWords } from '../components/shell/more-words.tsx';
import { PlainShell } from '../components/shell/plain-shell.tsx';
import { loadThemes } from '../lib/i18n/load-theme.ts';
import { loadBoard } from './load-from-api.ts';
import { PersonMark } from './person-mark.tsx';
import { readerOf } from './reader.ts';
import { WhyNot } from './why-not.tsx';

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
  const [{ theme }, loaded] = await Promise.all([readerOf(), loadBoard(code)]);
  if (loaded.kind === 'unknown') notFound();
  if (loaded.kind === 'signed_out') redirect(path);
  if (loaded.kind === 'failure') {
    return (
      <PlainShell theme={theme} person={<PersonMark />}>
        <WhyNot failure={loaded.failure} />
      </PlainShell>
    );
  }
  const first = loaded.value;
  return (
    <LiveProvider key={code} first={first}>
      <LiveShell theme={theme} person={<PersonMark />} page={page}>
        {children ?? <Picture />}
      </LiveShell>
    </LiveProvider>
  );
}

async function Picture() {
  const { locale } = await readerOf();
  return (
    <MoreWords messages={await loadThemes(locale, 'dossierPanel')}>
      <AreaPicture />
    </MoreWords>
  );
}
