'use client';
import { useTranslations } from 'use-intl';
import { SUGGESTION_CHANNELS } from '../../lib/domain/suggestion/channel.ts';
import { SUGGESTION_KINDS } from '../../lib/domain/suggestion/kind.ts';
import { PAGE_STATES } from '../../lib/domain/suggestion/suggestion.ts';
import { AreaFilter } from '../admin/area-filter.tsx';
import { clearFilters } from '../admin/clear-filters.ts';
import { DayFilter } from '../admin/day-filter.tsx';
import { FilterSelect } from '../admin/filter-select.tsx';
import { Button } from '../ui/button.tsx';
import { BOOK_FILTERS } from './book-path.ts';
import { type Areas, useUnitName } from './book-words.ts';

type BookFiltersProps = {
  area: string;
  areas: Areas;
  /** Whether anything but the area narrows the list. */
  narrowed: boolean;
};

/** Unit, state, kind, channel and days; each stands in the address at once. */
export function BookFilters({ area, areas, narrowed }: BookFiltersProps) {
  const t = useTranslations('book');
  const nameOf = useUnitName(areas);
  return (
    <section aria-label={t('filters')} className="mt-4 flex flex-wrap items-end gap-2">
      <AreaFilter area={area} areas={areas} nameOf={nameOf} label={t('area')} />
      <FilterSelect
        name="state"
        label={t('state')}
        any={t('anyState')}
        options={PAGE_STATES.map((value) => ({ value, text: t(`states.${value}`) }))}
      />
      <FilterSelect
        name="kind"
        label={t('kind')}
        any={t('anyKind')}
        options={(['unsorted', ...SUGGESTION_KINDS] as const).map((value) => ({
          value,
          text: t(`kinds.${value}`),
        }))}
      />
      <FilterSelect
        name="channel"
        label={t('channel')}
        any={t('anyChannel')}
        options={SUGGESTION_CHANNELS.map((value) => ({ value, text: t(`channels.${value}`) }))}
      />
      <DayFilter name="from" label={t('fromDay')} />
      <DayFilter name="to" label={t('toDay')} />
      {narrowed && <Button onClick={() => clearFilters(BOOK_FILTERS)}>{t('clear')}</Button>}
    </section>
  );
}
