'use client';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { isUnit } from '../../lib/domain/tree.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import type { ApologyLine } from '../../lib/wire/dossier-reads.ts';
import type { KpisAnswer, ListAnswer } from '../../lib/wire/reads.ts';
import { ActionLink } from '../admin/action-link.tsx';
import { useAreas } from '../admin/areas-provider.tsx';
import { Loaded } from '../admin/loaded.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { ExportButtons } from '../forms/export-buttons.tsx';
import { useApi } from '../forms/use-api.ts';
import { Notice } from '../ui/notice.tsx';
import { ApologyFilterForm } from './apology-filter-form.tsx';
import { ApologyLines } from './apology-lines.tsx';
import { type ApologyFilters, filtersOf, queryOf } from './apology-query.ts';
import { ChainStrip } from './chain-strip.tsx';
import { useMayIn } from './use-may-in.ts';
import { dayIn } from './use-moment.ts';

/** Every chain of an area, one line each, by where it stands; the filters stand in the address. */
export function ApologyList() {
  const t = useTranslations('apology.page');
  const filters = filtersOf(useSearchParams());
  const { state, reload, list } = useAreas();
  const area = list.find(({ code }) => code === filters.area) ?? topOf(list);
  return (
    <Loaded state={state} reload={reload}>
      {() =>
        area ? (
          <OfArea area={area} filters={filters} />
        ) : (
          <Notice as="h1" title={t('noAreaTitle')} reason={t('noAreaReason')} />
        )
      }
    </Loaded>
  );
}

/** The top of what this reader may see. */
function topOf(areas: readonly AreaItem[]): AreaItem | undefined {
  const codes = new Set(areas.map(({ code }) => code));
  return areas.find(({ parent, validTo }) => !validTo && (parent === null || !codes.has(parent)));
}

const DAY_MS = 86_400_000;

function OfArea({ area, filters }: { area: AreaItem; filters: ApologyFilters }) {
  const t = useTranslations('apology.page');
  const mayWrite = useMayIn('apologies.write');
  const now = Date.now();
  const period = {
    from: dayIn(area.timezone, now - filters.days * DAY_MS),
    to: dayIn(area.timezone, now),
  };
  const query = queryOf(filters, area.code, period);
  const [state, reload] = useApi<ListAnswer<ApologyLine>>(`/apologies${query}&limit=100`);
  const counted = new URLSearchParams(period);
  const [counts] = useApi<KpisAnswer>(`/areas/${encodeURIComponent(area.code)}/kpis?${counted}`);
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('about')}
        actions={
          <>
            {mayWrite(area.code) && (
              <ActionLink
                href={`/apologies/new${isUnit(area) ? `?area=${encodeURIComponent(area.code)}` : ''}`}
              >
                {t('newConduct')}
              </ActionLink>
            )}
            <ExportButtons path={`/apologies${query}`} name={`apologies-${area.code}`} />
          </>
        }
      />
      <ChainStrip filters={filters} counts={counts.kind === 'ready' ? counts.value.apologies : null} />
      <ApologyFilterForm filters={filters} area={area.code} />
      <Loaded state={state} reload={reload}>
        {(first) => <ApologyLines key={query} query={query} first={first} filters={filters} />}
      </Loaded>
    </>
  );
}
