import { notFound } from 'next/navigation';
import { AreaOverview } from '../components/board/area-overview.tsx';
import { isAreaAnswer, isUnitAnswer } from '../components/live/board-answer.ts';
import { LiveProvider } from '../components/live/live-provider.tsx';
import { Failure } from '../components/shell/failure.tsx';
import { LiveShell } from '../components/shell/live-shell.tsx';
import { PlainShell } from '../components/shell/plain-shell.tsx';
import { UnitPage } from '../components/unit/unit-page.tsx';
import { loadBoard } from './load-from-api.ts';
import { readerOf } from './reader.ts';

/** The page of any area: a city's or district's overview, or a unit's own page. */
export async function AreaPage({ code }: { code: string }) {
  const [{ theme }, loaded] = await Promise.all([readerOf(), loadBoard(code)]);
  if (loaded.kind === 'unknown') notFound();
  if (loaded.kind === 'failure') {
    return (
      <PlainShell theme={theme}>
        <Failure failure={loaded.failure} />
      </PlainShell>
    );
  }
  const first = loaded.value;
  return (
    <LiveProvider key={code} first={first}>
      <LiveShell theme={theme}>
        {isAreaAnswer(first) && <AreaOverview />}
        {isUnitAnswer(first) && <UnitPage />}
      </LiveShell>
    </LiveProvider>
  );
}
