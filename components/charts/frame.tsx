'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '../ui/panel.tsx';
import type { FrameTable } from './frame-table.ts';
import { SMALL_ACT } from './small-act.ts';

// Few readers turn a picture into a table: it comes when it is asked for.
const AsTable = dynamic(() => import('./as-table.tsx').then((part) => part.AsTable), { ssr: false });

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
      {asTable ? <AsTable title={title} table={table()} data={data} /> : children}
      {!asTable && below}
    </Panel>
  );
}
