import { redirect } from 'next/navigation';
import { EmptyTree } from '../components/shell/empty-tree.tsx';
import { PlainShell } from '../components/shell/plain-shell.tsx';
import { RootChoice } from '../components/shell/root-choice.tsx';
import { AreaPage } from './area-page.tsx';
import { loadAreas } from './load-from-api.ts';
import { PersonMark } from './person-mark.tsx';
import { readerOf } from './reader.ts';
import { rootsOf } from './roots-of.ts';
import { WhyNot } from './why-not.tsx';

/** The one city's overview; a choice where there are several; how to begin where there is none. */
export default async function HomePage() {
  const [{ theme }, loaded] = await Promise.all([readerOf(), loadAreas()]);
  if (loaded.kind === 'signed_out') redirect('/');
  const roots = loaded.kind === 'ok' ? rootsOf(loaded.value.areas) : [];
  const [only, ...others] = roots;
  if (only && others.length === 0) return <AreaPage code={only.code} path="/" />;
  return (
    <PlainShell theme={theme} person={<PersonMark />}>
      {loaded.kind === 'failure' ? (
        <WhyNot failure={loaded.failure} />
      ) : only ? (
        <RootChoice roots={roots} page="picture" />
      ) : (
        <EmptyTree />
      )}
    </PlainShell>
  );
}
