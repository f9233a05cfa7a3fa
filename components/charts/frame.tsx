'use client';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '../ui/panel.tsx';
import { FigureFiles, SMALL_ACT } from './figure-files.tsx';

/** The figures of a chart as text; the first column names the row, and may lead somewhere. */
export type FrameTable = {
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly [head: ReactNode, ...cells: ReactNode[]] }[];
};

type FrameProps = {
  /** The question that the chart answers. */
  title: string;
  /** Unit, period, n, and what the marks mean. */
  note: ReactNode;
  /** Wall clock of the figures, "10:42". */
  clock: string;
  /** Built only when the reader asks for it. */
  table: () => FrameTable;
  className?: string;
  /** What gives the figures as a file, behind `/api/v1`. */
  data: string;
  /** What can be done with the picture, below it. */
  below?: ReactNode;
  children: ReactNode;
};

/** What every chart has: its question, what it stands on, the time of its figures, itself as a table, and its files. */
export function Frame({ title, note, clock, table, data, className, below, children }: FrameProps) {
  const t = useTranslations('charts');
  const [asTable, setAsTable] = useState(false);
  const toggle = (
    <button
      type="button"
      aria-pressed={asTable}
      onClick={() => setAsTable(!asTable)}
      className={`-my-1 whitespace-nowrap ${SMALL_ACT}`}
    >
      {asTable ? t('showChart') : t('showTable')}
    </button>
  );
  return (
    <Panel title={title} aside={toggle} className={className}>
      <div className="text-small wrap-anywhere text-ink2">
        {note}
        {typeof note === 'string' && ' · '}
        <span className="whitespace-nowrap">{t('asOf', { time: clock })}</span>
      </div>
      {asTable ? <TableOf title={title} table={table()} /> : children}
      {(asTable || below) && (
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
          {!asTable && below}
          <FigureFiles data={data} />
        </div>
      )}
    </Panel>
  );
}

function TableOf({ title, table }: { title: string; table: FrameTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
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
  );
}
