'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { searchMatches } from '../../lib/i18n/search-fold.ts';
import { Notice } from '../ui/notice.tsx';
import { inOrder } from './row-order.ts';
import { SortSelect } from './sort-select.tsx';
import { useUrlText } from './use-url-text.ts';

export type Column<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted by; absent: it is not. null comes last. */
  order?: (row: Row) => string | number | null;
};

type ListTableProps<Row> = {
  /** What the table holds; its accessible name. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** What the search looks through. */
  text: (row: Row) => string;
  /** The words in the empty search field. */
  find: string;
  /** More filters, beside the search. */
  filters?: ReactNode;
  /** Stands where there is nothing to list at all. */
  empty: ReactNode;
};

/** A list that can be searched and sorted; both stand in the address. On a phone each row is a card. */
export function ListTable<Row>({
  label,
  rows,
  columns,
  keyOf,
  text,
  find,
  filters,
  empty,
}: ListTableProps<Row>) {
  const t = useTranslations('admin');
  const locale = useLocale();
  const [query, setQuery] = useUrlText('q');
  const [sort, setSort] = useUrlText('sort');
  const found = inOrder(
    rows.filter((row) => searchMatches(text(row), query)),
    columns,
    sort,
    locale,
  );
  const sortBy = (key: string): void => setSort(sort === key ? `-${key}` : key);
  return (
    <section aria-label={label} className="rounded-panel border border-line bg-panel px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          aria-label={find}
          placeholder={find}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="min-w-0 rounded-lg border border-ink3/75 bg-bg px-3 py-1.5 placeholder:text-ink2 max-sm:w-full sm:w-72 pointer-coarse:min-h-11"
        />
        {filters}
        <SortSelect columns={columns} sort={sort} onSort={setSort} />
        <span role="status" className="ml-auto text-small text-ink2">
          {t('shown', { shown: found.length, all: rows.length })}
        </span>
      </div>
      {rows.length === 0 && empty}
      {rows.length > 0 && found.length === 0 && (
        <Notice title={t('noMatchTitle')} reason={t('noMatchReason')} />
      )}
      {found.length > 0 && (
        <table className="mt-2 w-full max-md:block">
          <caption className="sr-only">{label}</caption>
          <thead className="max-md:sr-only">
            <tr>
              {columns.map((column) => (
                <Heading key={column.key} column={column} sort={sort} onSort={sortBy} />
              ))}
            </tr>
          </thead>
          <tbody className="max-md:grid max-md:gap-2">
            {found.map((row) => (
              <tr
                key={keyOf(row)}
                className="border-b border-grid align-top last:border-0 max-md:grid max-md:gap-1 max-md:rounded-lg max-md:border max-md:border-line max-md:p-3 max-md:last:border"
              >
                {columns.map(({ key, title, cell }) => (
                  <td
                    key={key}
                    data-title={title}
                    className="min-w-0 py-2.5 pr-4 last:pr-0 max-md:flex max-md:justify-between max-md:gap-4 max-md:p-0 max-md:text-right max-md:before:shrink-0 max-md:before:text-left max-md:before:text-small max-md:before:text-ink2 max-md:before:content-[attr(data-title)] max-md:first:block max-md:first:text-left max-md:first:before:content-none"
                  >
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type HeadingProps<Row> = { column: Column<Row>; sort: string; onSort: (key: string) => void };

function Heading<Row>({ column: { key, title, order }, sort, onSort }: HeadingProps<Row>) {
  const sorted = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined;
  return (
    <th
      scope="col"
      aria-sort={sorted}
      className="border-b border-line py-1.5 pr-4 text-left text-tiny font-medium whitespace-nowrap text-ink2"
    >
      {order ? (
        <button type="button" onClick={() => onSort(key)} className="min-h-6 hover:text-ink">
          {title} <span aria-hidden="true">{sorted === 'descending' ? '↓' : sorted ? '↑' : '↕'}</span>
        </button>
      ) : (
        title
      )}
    </th>
  );
}
