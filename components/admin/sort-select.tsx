'use client';
import { useTranslations } from 'use-intl';

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
        className="rounded-lg border border-ink3/75 bg-panel px-2 py-1.5 text-ink pointer-coarse:min-h-11"
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
