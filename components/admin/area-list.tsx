'use client';
import { useTranslations } from 'use-intl';
import { grouped } from '../../lib/domain/grouped.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { areaChoices } from '../shell/area-choices.ts';
import { Notice } from '../ui/notice.tsx';
import { ActionLink } from './action-link.tsx';
import { AreaBranch, AreaLine } from './area-branch.tsx';
import { useAreas } from './areas-provider.tsx';
import { Loaded } from './loaded.tsx';
import { useMay } from './me-provider.tsx';
import { PageHead } from './page-head.tsx';
import { useUrlText } from './use-url-text.ts';

/** The tree of areas and units; a search finds by any spelling. */
export function AreaList() {
  const t = useTranslations('admin');
  const { state, reload } = useAreas();
  const defines = useMay('tree.define');
  return (
    <>
      <PageHead
        title={t('sections.areas')}
        about={t('areasAbout')}
        actions={
          defines && (
            <>
              <ActionLink href="/admin/import-areas">{t('csv.title')}</ActionLink>
              <ActionLink href="/admin/new-area" look="primary">
                {t('addArea')}
              </ActionLink>
            </>
          )
        }
      />
      <Loaded state={state} reload={reload}>
        {({ areas }) => <Tree areas={areas} />}
      </Loaded>
    </>
  );
}

function Tree({ areas }: { areas: readonly AreaItem[] }) {
  const t = useTranslations('admin');
  const [query, setQuery] = useUrlText('q');
  const codes = new Set(areas.map(({ code }) => code));
  const children = grouped(areas, ({ parent }) => (parent !== null && codes.has(parent) ? parent : null));
  if (areas.length === 0) return <Notice title={t('noAreasTitle')} reason={t('noAreasReason')} />;
  const found = query === '' ? null : areaChoices(areas, '', query, '');
  return (
    <section
      aria-label={t('sections.areas')}
      className="rounded-panel border border-line bg-panel px-4 py-3.5"
    >
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          aria-label={t('findArea')}
          placeholder={t('findArea')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="min-w-0 rounded-lg border border-ink3/75 bg-bg px-3 py-1.5 placeholder:text-ink2 max-sm:w-full sm:w-80 pointer-coarse:min-h-11"
        />
        <span role="status" className="ml-auto text-small text-ink2">
          {t('shown', { shown: found ? found.shown.length + found.more : areas.length, all: areas.length })}
        </span>
      </div>
      {found ? (
        <ul className="mt-2">
          {found.shown.map((area) => (
            <li key={area.code} className="border-b border-grid last:border-0">
              <AreaLine area={area} withParent />
            </li>
          ))}
          {found.shown.length === 0 && <Notice title={t('noMatchTitle')} reason={t('noMatchReason')} />}
          {found.more > 0 && (
            <p className="pt-2 text-small text-ink2">{t('moreAreas', { count: found.more })}</p>
          )}
        </ul>
      ) : (
        <ul className="mt-2">
          {(children.get(null) ?? []).map((area) => (
            <AreaBranch key={area.code} area={area} childrenOf={children} open />
          ))}
        </ul>
      )}
    </section>
  );
}
