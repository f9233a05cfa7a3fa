'use client';
import { useTranslations } from 'use-intl';
import { DossiersSpace } from '../dossiers/dossiers-space.tsx';
import { useAreaBoard } from '../live/use-board.ts';
import { Panel } from '../ui/panel.tsx';
import { Arrivals } from './arrivals.tsx';
import { Comparisons } from './comparisons.tsx';
import { Headline } from './headline.tsx';
import { LaterPanels } from './later-panels.tsx';
import { PeriodsNote } from './periods-note.tsx';
import { RatingStream } from './rating-stream.tsx';
import { StormLine } from './storm-line.tsx';
import { UnitFinder } from './unit-finder.tsx';
import { UnitTable } from './unit-table.tsx';
import { useUnitWords } from './unit-words.ts';
import { useOverview } from './use-overview.ts';
import { useQueryParam } from './use-query-param.ts';

/** Some dozens of units: compact rows, those that need somebody pinned on top with the reason. */
export function SomeUnits() {
  const t = useTranslations('overview');
  const words = useUnitWords();
  const [query, setQuery] = useQueryParam('q');
  const { attention, order, where, why } = useOverview(query);
  const all = useAreaBoard((board) => Object.keys(board.units).length);
  const storm = attention.items.find((item) => item.kind === 'storm');
  const found = order.pinned.length + order.rest.length;
  return (
    <div className="grid gap-3">
      {storm && <StormLine storm={storm} />}
      <Headline />
      <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,936fr)_minmax(0,452fr)]">
        <div className="grid min-w-0 content-start gap-3">
          <Panel
            title={t('byNeed', { count: all, unit: words.many })}
            aside={<UnitFinder query={query} onQuery={setQuery} />}
          >
            <p className="text-small text-ink2">
              <PeriodsNote />
            </p>
            {found === 0 ? (
              <p className="mt-3 text-small text-ink2">{t('notFound', { query })}</p>
            ) : (
              <UnitTable
                order={order}
                levels={attention.levels}
                compact
                unitWord={words.column}
                groups={{
                  pinned: t('needsAttention', { count: order.pinned.length }),
                  rest: t('others', { count: order.rest.length }),
                }}
                why={why}
                where={where}
              />
            )}
          </Panel>
          <DossiersSpace />
        </div>
        <div className="grid min-w-0 gap-3">
          <Comparisons unitWord={words.many} />
          <LaterPanels />

          <RatingStream most={8} />

          <Arrivals />
        </div>
      </div>
    </div>
  );
}
