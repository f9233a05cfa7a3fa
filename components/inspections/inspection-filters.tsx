'use client';
import { useTranslations } from 'use-intl';
import { INSPECTION_STATES } from '../../lib/domain/inspection/inspection.ts';
import { INSPECTION_KINDS, INSPECTION_LEVELS } from '../../lib/domain/inspection/words.ts';
import { AreaFilter } from '../admin/area-filter.tsx';
import { useAreaName, useAreas } from '../admin/areas-provider.tsx';
import { clearFilters } from '../admin/clear-filters.ts';
import { DayFilter } from '../admin/day-filter.tsx';
import { FilterSelect } from '../admin/filter-select.tsx';
import { Button } from '../ui/button.tsx';
import { INSPECTION_FILTERS } from './inspections-path.ts';

type InspectionFiltersProps = {
  area: string;
  /** Whether anything but the area narrows the list. */
  narrowed: boolean;
};

/** Area, state, level, kind and days; each stands in the address at once. */
export function InspectionFilters({ area, narrowed }: InspectionFiltersProps) {
  const t = useTranslations('inspections');
  const { list } = useAreas();
  const nameOf = useAreaName();
  const areas = list.filter(({ validTo }) => !validTo);
  return (
    <section aria-label={t('filters')} className="mt-4 flex flex-wrap items-end gap-2">
      <AreaFilter area={area} areas={areas} nameOf={nameOf} label={t('area')} />
      <FilterSelect
        name="state"
        label={t('state')}
        any={t('anyState')}
        options={INSPECTION_STATES.map((value) => ({ value, text: t(`states.${value}`) }))}
      />
      <FilterSelect
        name="level"
        label={t('level')}
        any={t('anyLevel')}
        options={INSPECTION_LEVELS.map((value) => ({ value, text: t(`levels.${value}`) }))}
      />
      <FilterSelect
        name="kind"
        label={t('kind')}
        any={t('anyKind')}
        options={INSPECTION_KINDS.map((value) => ({ value, text: t(`kinds.${value}`) }))}
      />
      <span className="flex flex-wrap items-center gap-2">
        <DayFilter name="from" label={t('from')} />
        <DayFilter name="to" label={t('to')} />
      </span>
      {narrowed && <Button onClick={() => clearFilters(INSPECTION_FILTERS)}>{t('clear')}</Button>}
    </section>
  );
}
