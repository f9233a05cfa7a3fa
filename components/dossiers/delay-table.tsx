'use client';
import { useId } from 'react';
import { PageLink } from '../ui/page-link.tsx';

type DelayTableProps = {
  title: string;
  columns: readonly string[];
  /** Said where there is no row. */
  none: string;
  rows: readonly { key: string; name: string; href: string | null; cells: readonly string[] }[];
};

/** Names with their numbers; a name that has a list behind it leads there. */
export function DelayTable({ title, columns, none, rows }: DelayTableProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h3 id={id} className="text-small font-semibold">
        {title}
      </h3>
      {rows.length === 0 ? (
        <p className="mt-1 text-small text-ink2">{none}</p>
      ) : (
        <table className="mt-1 w-full border-collapse text-small">
          <thead className="text-tiny text-ink2">
            <tr>
              {columns.map((column, index) => (
                <th
                  key={column}
                  scope="col"
                  className={`py-1 font-medium ${index === 0 ? 'text-left' : 'pl-3 text-right'}`}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, href, cells }) => (
              <tr key={key} className="border-t border-grid">
                <th scope="row" className="py-1.5 text-left font-normal wrap-anywhere">
                  {href === null ? (
                    name
                  ) : (
                    <PageLink here href={href} className="text-ink underline-offset-2 hover:underline">
                      {name}
                    </PageLink>
                  )}
                </th>
                {cells.map((cell, index) => (
                  <td key={columns[index + 1]} className="py-1.5 pl-3 text-right">
                    {cell}
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
