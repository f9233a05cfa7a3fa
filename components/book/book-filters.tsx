'use client';
import { useTranslations } from 'use-intl';
import { SUGGESTION_CHANNELS } from '../../lib/domain/suggestion/channel.ts';
import { SUGGESTION_KINDS } from '../../lib/domain/suggestion/kind.ts';
import { PAGE_STATES } from '../../lib/domain/suggestion/suggestion.ts';
import { FilterSelect } from '../admin/filter-select.tsx';
import { useUrlText } from '../admin/use-url-text.ts';
import { Button } from '../ui/button.tsx';
import { BOOK_FILTERS } from './book-path.ts';
import { type Areas, useUnitName } from './book-words.ts';

const LOOK = 'rounded-lg border border-ink3/75 bg-panel px-2 py-1.5 pointer-coarse:min-h-11';

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
  const [held, setArea] = useUrlText('area');
  const clear = (): void => {
    const url = new URL(location.href);
    for (const name of BOOK_FILTERS) if (name !== 'area') url.searchParams.delete(name);
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
      {narrowed && <Button onClick={clear}>{t('clear')}</Button>}
    </section>
  );
}

function DayFilter({ name, label }: { name: 'from' | 'to'; label: string }) {
  const [value, setValue] = useUrlText(name);
  return (
    <label className="text-small text-ink2">
      {label}
      <input
        type="date"
        value={value}
        onChange={({ target }) => setValue(target.value)}
        className={`ml-1.5 text-ink ${LOOK}`}
      />
    </label>
  );
}
