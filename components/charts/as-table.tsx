'use client';
import { FigureFiles } from './figure-files.tsx';
import type { FrameTable } from './frame-table.ts';

type AsTableProps = { title: string; table: FrameTable; data: string };

/** The figures of a picture as a table, with their files. */
export function AsTable({ title, table, data }: AsTableProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="mt-2 max-h-80 overflow-auto" aria-label={title} tabIndex={0}>
        <table className="w-full text-small">
          <caption className="sr-only">{title}</caption>
          <thead className="sticky top-0 bg-panel text-ink2">
            <tr>
              {table.columns.map((column, i) => (
                <th
                  key={column}
                  scope="col"
                  className={`py-1 font-medium ${i === 0 ? 'text-left' : 'pl-3 text-right'}`}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ key, cells: [head, ...cells] }) => (
              <tr key={key} className="border-t border-grid">
                <th scope="row" className="py-1 text-left font-normal">
                  {head}
                </th>
                {cells.map((cell, i) => (
                  <td key={table.columns[i + 1]} className="pl-3 text-right whitespace-nowrap">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <FigureFiles data={data} className="mt-1" />
    </>
  );
}
