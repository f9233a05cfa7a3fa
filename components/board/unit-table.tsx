'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAreaBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';
import { type Order, useHeldOrder } from './held-order.ts';
import type { HalfHourSpan } from './sparkline.tsx';
import { UnitRow } from './unit-row.tsx';
import type { Attention } from './use-attention.ts';

type UnitTableProps = {
  order: Order;
  levels: Attention['levels'];
  compact: boolean;
  /** Word for a unit here: heading of the first column. */
  unitWord: string;
  /** Heading of the pinned group; without it the groups run on. */
  groups?: { pinned: string; rest: string };
  /** Why units need somebody, by code; without it the state stands as a tag. */
  why?: ReadonlyMap<string, string>;
  /** Where units lie whose name repeats, by code. */
  where: ReadonlyMap<string, string>;
};

const COLUMNS = 7;
const DOSSIER_COLUMNS = 2;

/** Every unit as a row. Rows stay where they are while the pointer or the focus is on the table. */
export function UnitTable({ order, levels, compact, unitWord, groups, why, where }: UnitTableProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const { pinned, rest } = useHeldOrder(order, pointed || focused);
  const span = useDaySpan();
  const seconds = useAreaBoard((board) => board.targets.within.seconds);
  const dossiers = useAreaBoard((board) => board.totals.dossiers !== null);
  const rows = (codes: readonly string[]) =>
    codes.map((code) => (
      <UnitRow
        key={code}
        code={code}
        level={levels.get(code)}
        why={why?.get(code)}
        where={where.get(code)}
        compact={compact}
        dossiers={dossiers}
        span={span}
      />
    ));
  const heading = (text: string) => (
    <tr>
      <th
        scope="rowgroup"
        colSpan={COLUMNS + (dossiers ? DOSSIER_COLUMNS : 0)}
        className="pt-2.5 pb-1 text-left text-small font-semibold"
      >
        {text}
      </th>
    </tr>
  );
  const head = 'py-1.5 pl-2 text-right text-tiny font-medium text-ink2';
  return (
    <table
      className="w-full md:table-fixed [&_td]:pl-2 [&_td]:text-right [&_td]:whitespace-nowrap"
      onPointerEnter={(event) => setPointed(event.pointerType === 'mouse')}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <thead>
        <tr className="border-b border-line">
          <th scope="col" className={`${head} pl-0! text-left!`}>
            {unitWord}
          </th>
          <th scope="col" className={`${head} md:w-18`}>
            {t('waiting')}
          </th>
          <th scope="col" className={`${head} ${dossiers ? 'md:w-22' : 'md:w-24'}`}>
            {t('longest')}
          </th>
          <th scope="col" className={`${head} md:w-20`}>
            {t('counters')}
          </th>
          <th scope="col" className={`${head} md:w-24 max-md:hidden`}>
            ≤ {format.duration(seconds)}
          </th>
          <th
            scope="col"
            className={`${head} text-center! max-lg:hidden ${dossiers ? 'md:w-30' : 'md:w-32'}`}
          >
            {t('today')}
          </th>
          <th scope="col" className={`${head} max-md:hidden ${dossiers ? 'md:w-26' : 'md:w-28'}`}>
            {t('satisfied')}
          </th>
          {dossiers && (
            <>
              <th scope="col" className={`${head} max-xl:hidden md:w-26`}>
                {t('onTimeColumn')}
              </th>
              <th scope="col" className={`${head} max-xl:hidden md:w-18`}>
                {t('overdueColumn')}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {groups && pinned.length > 0 && heading(groups.pinned)}
        {rows(pinned)}
      </tbody>
      <tbody>
        {groups && pinned.length > 0 && rest.length > 0 && heading(groups.rest)}
        {rows(rest)}
      </tbody>
    </table>
  );
}

/** The half hours that the small lines stand for: all that any unit has counted today. */
const useDaySpan = (): HalfHourSpan =>
  useAreaBoard(
    ({ units }) => {
      const spans = Object.values(units).filter(({ h }) => h.length > 0);
      if (spans.length === 0) return { from: 0, to: 47 };
      return {
        from: Math.min(...spans.map(({ f }) => f)),
        to: Math.max(...spans.map(({ f, h }) => f + h.length - 1)),
      };
    },
    (a, b) => a.from === b.from && a.to === b.to,
  );
