'use client';
import { useTranslations } from 'use-intl';
import { INSPECTION_STATES } from '../../lib/domain/inspection/inspection.ts';
import { INSPECTION_KINDS, INSPECTION_LEVELS } from '../../lib/domain/inspection/words.ts';
import { useAreaName, useAreas } from '../admin/areas-provider.tsx';
import { FilterSelect } from '../admin/filter-select.tsx';
import { useUrlText } from '../admin/use-url-text.ts';
import { Button } from '../ui/button.tsx';
import { INSPECTION_FILTERS } from './inspections-path.ts';

const LOOK = 'rounded-lg border border-ink3/75 bg-panel px-2 py-1.5 pointer-coarse:min-h-11';

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
  const [held, setArea] = useUrlText('area');
  const areas = list.filter(({ validTo }) => !validTo);
  const clear = (): void => {
    const url = new URL(location.href);
    for (const name of INSPECTION_FILTERS) if (name !== 'area') url.searchParams.delete(name);
    history.replaceState(null, '', url);
  };
  return (
    <section aria-label={t('filters')} className="mt-4 flex flex-wrap items-end gap-2">
      {areas.length > 1 && (
        <select
          aria-label={t('area')}
          value={held || area}
          onChange={({ target }) => setArea(target.value)}
          className={`max-w-full min-w-0 ${LOOK}`}
        >
          {areas.map(({ code }) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </select>
      )}
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
      <DayFilter name="from" />
      <DayFilter name="to" />
      {narrowed && <Button onClick={clear}>{t('clear')}</Button>}
    </section>
  );
}

function DayFilter({ name }: { name: 'from' | 'to' }) {
  const t = useTranslations('inspections');
  const [value, setValue] = useUrlText(name);
  return (
    <label className="text-small text-ink2">
      {t(name)}
      <input
        type="date"
        value={value}
        onChange={({ target }) => setValue(target.value)}
        className={`ml-1.5 text-ink ${LOOK}`}
      />
    </label>
  );
}
