'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { DossiersSpace } from '../dossiers/dossiers-space.tsx';
import { fetchAhead } from '../live/numbers-first.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Arrivals } from './arrivals.tsx';
import { AttentionTable } from './attention-table.tsx';
import { ChartSpace } from './chart-space.tsx';
import { Comparisons } from './comparisons.tsx';
import { Headline } from './headline.tsx';
import { LaterPanels } from './later-panels.tsx';
import { NothingUrgent } from './nothing-urgent.tsx';
import { RatingStream } from './rating-stream.tsx';
import { StormLine } from './storm-line.tsx';
import { UnitFinder } from './unit-finder.tsx';
import { UnitMosaic } from './unit-mosaic.tsx';
import { useUnitWords } from './unit-words.ts';
import { useOverview } from './use-overview.ts';
import { useQueryParam } from './use-query-param.ts';

const loadTable = () => import('./found-units.tsx').then((part) => part.FoundUnits);
const FoundUnits = dynamic(loadTable, { ssr: false, loading: ChartSpace });

/** The table is heavy and seldom wanted: it is fetched once somebody comes near to what opens it. */
const nearTable = (): void => fetchAhead(loadTable);

/** Attention lines shown; the others stand in the table. */
const MOST_LINES = 12;

/** A mosaic of more units than this takes the whole width. */
const MOST_BESIDE = 200;

/** A whole city: a dozen lines that need somebody, a mosaic of every unit, and the table behind the search. */
export function ManyUnits() {
  const t = useTranslations('overview');
  const words = useUnitWords();
  const [query, setQuery] = useQueryParam('q');
  const [view, setView] = useQueryParam('view');
  const { attention, order, where, why } = useOverview(query);
  const all = useAreaBoard((board) => Object.keys(board.units).length);
  const storm = attention.items.find((item) => item.kind === 'storm');
  const asTable = query !== '' || view === 'table';
  const hidden = attention.units.length - MOST_LINES;
  const found = [...order.pinned, ...order.rest];
  const wide = all > MOST_BESIDE;
  const mosaic = (
    <UnitMosaic
      levels={attention.levels}
      title={t('mosaic', { count: all, unit: words.many })}
      storm={storm !== undefined}
      wide={wide}
    />
  );
  const lines = attention.units
    .slice(0, MOST_LINES)
    .map(({ code, level }) => ({ code, level, why: why.get(code) ?? '' }));
  const toggle = (): void => {
    setView(asTable ? '' : 'table');
    if (asTable) setQuery('');
  };
  const title = asTable
    ? query === ''
      ? t('byNeed', { count: all, unit: words.many })
      : t('found', { count: found.length, all, unit: words.many })
    : t('attentionOf', { count: attention.units.length, all, unit: words.many });
  return (
    <div className="grid gap-3">
      {storm && <StormLine storm={storm} />}
      <Headline />
      <div className="grid items-start gap-3 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
        <Panel
          title={title}
          aside={<UnitFinder query={query} onQuery={setQuery} onNear={nearTable} />}
          className={asTable ? 'min-w-0 lg:col-span-2' : 'min-w-0'}
        >
          {asTable ? (
            <FoundUnits
              key={query}
              found={found}
              levels={attention.levels}
              query={query}
              column={words.column}
              where={where}
              why={why}
            />
          ) : lines.length > 0 ? (
            <AttentionTable lines={lines} unitWord={words.column} />
          ) : (
            <NothingUrgent className="mt-2" />
          )}

          {!asTable && hidden > 0 && (
            <p className="mt-2 text-small text-ink2">{t('moreInTable', { count: hidden })}</p>
          )}
          <Button className="mt-3" onClick={toggle} onPointerEnter={nearTable} onFocus={nearTable}>
            {asTable ? t('closeTable') : t('openTable', { count: all })}
          </Button>
        </Panel>
        <div className={`grid min-w-0 gap-3 ${asTable || wide ? '' : 'lg:row-span-2'}`}>
          {!wide && mosaic}
          <Comparisons unitWord={words.many} />
          <LaterPanels />

          <RatingStream most={6} />
        </div>
        {wide && mosaic}
        <div className={`grid min-w-0 content-start gap-3 ${wide ? 'lg:col-span-2' : ''}`}>
          <DossiersSpace />
          <Arrivals />
        </div>
      </div>
    </div>
  );
}
