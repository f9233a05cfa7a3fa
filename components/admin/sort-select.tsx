'use client';
import { useTranslations } from 'use-intl';
import { FILTER_LOOK } from './filter-look.ts';

type SortSelectProps = {
  columns: readonly { key: string; title: string; order?: unknown }[];
  sort: string;
  onSort: (sort: string) => void;
};

/** Sorting for a phone, whose rows are cards without headings. */
export function SortSelect({ columns, sort, onSort }: SortSelectProps) {
  const t = useTranslations('admin');
  return (
    <label className="flex items-center gap-2 text-small text-ink2 md:hidden">
      {t('sortBy')}
      <select
        value={sort}
        onChange={(event) => onSort(event.target.value)}
        className={`text-ink ${FILTER_LOOK}`}
      >
        <option value="">—</option>
        {columns
          .filter(({ order }) => order !== undefined)
          .flatMap(({ key, title }) => [
            <option key={key} value={key}>{`${title} ↑`}</option>,
            <option key={`-${key}`} value={`-${key}`}>{`${title} ↓`}</option>,
          ])}
      </select>
    </label>
  );
}
