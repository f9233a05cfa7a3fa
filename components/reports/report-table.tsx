'use client';
import type { ReportTable as Table } from '../../lib/i18n/report/report-blocks.ts';

const CELL = 'border-b border-line px-2 py-1 align-top';
const NUMBER = 'text-right tabular-nums';

/** A table of a report as it stands on paper; on a narrow screen it scrolls by itself. */
export function ReportTable({ table }: { table: Table }) {
  const { title, about, columns, groups } = table;
  return (
    <div className="mt-5">
      <h3 className="font-semibold">{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls a wide table by its focus */}
      <section className="relative mt-1 overflow-x-auto" tabIndex={0} aria-label={title}>
        <table className="w-full text-small">
          <thead>
            <tr>
              {columns.map(({ head, number }) => (
                <th
                  key={head}
                  scope="col"
                  className={`${CELL} bg-ground font-semibold ${number ? 'text-right' : 'text-left'}`}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.title ?? ''}>
              {group.title !== null && (
                <tr>
                  <th
                    scope="rowgroup"
                    colSpan={columns.length}
                    className={`${CELL} pt-3 text-left font-semibold`}
                  >
                    {group.title}
                  </th>
                </tr>
              )}
              {group.rows.map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a drawn report never move
                <tr key={row}>
                  {cells.map((cell, at) => (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: nor do its cells
                      key={at}
                      className={`${CELL} ${columns[at]?.number ? `${NUMBER} whitespace-nowrap` : 'min-w-28 wrap-anywhere'}`}
                    >
                      {cell.of === undefined || cell.value === null ? (
                        cell.text
                      ) : (
                        <data value={cell.value} data-of={cell.of}>
                          {cell.text}
                        </data>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
      {about !== null && <p className="mt-1 text-small text-ink2">{about}</p>}
    </div>
  );
}
