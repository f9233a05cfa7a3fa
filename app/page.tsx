import { EmptyTree } from '../components/shell/empty-tree.tsx';
import { Failure } from '../components/shell/failure.tsx';
import { PlainShell } from '../components/shell/plain-shell.tsx';
import { RootChoice } from '../components/shell/root-choice.tsx';
import type { AreaItem } from '../lib/wire/area-item.ts';
import { AreaPage } from './area-page.tsx';
import { loadAreas } from './load-from-api.ts';
import { readerOf } from './reader.ts';

/** The one city's overview; a choice where there are several; how to begin where there is none. */
export default async function HomePage() {
  const [{ theme }, loaded] = await Promise.all([readerOf(), loadAreas()]);
  const roots = loaded.kind === 'ok' ? rootsOf(loaded.value.areas) : [];
  const [only, ...others] = roots;
  if (only && others.length === 0) return <AreaPage code={only.code} />;
  return (
    <PlainShell theme={theme}>
      {loaded.kind === 'failure' ? (
        <Failure failure={loaded.failure} />
      ) : only ? (
        <RootChoice roots={roots} />
      ) : (
        <EmptyTree />
      )}
    </PlainShell>
  );
}

/** The tops of what this reader may see, which for the leader of a district is the district. */
function rootsOf(areas: readonly AreaItem[]): AreaItem[] {
  const codes = new Set(areas.map((area) => area.code));
  return areas.filter(({ parent, validTo }) => !validTo && (parent === null || !codes.has(parent)));
}
