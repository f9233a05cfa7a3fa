'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { AreaBoard } from '../../lib/wire/board.ts';
import { slotClock } from '../charts/half-hour-rows.ts';
import { useThrottled } from '../charts/use-throttled.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useNow } from '../live/use-now.ts';
import { Waited } from '../live/waited.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { speakingQueues } from './speaking-queues.ts';
import { useUnitWords } from './unit-words.ts';
import { useHeard } from './use-heard.ts';

/** Everybody who waits now, for how many units that speaks, and how it became so much. */
export function WaitingNow() {
  const t = useTranslations('overview');
  const format = useFormat();
  const rows = useAreaBoard((board) => board.units);
  const units = useThrottled(rows);
  const now = useNow();
  const { waiting, since, openCounters, counters } = useMemo(() => speakingQueues(rows, now), [rows, now]);
  const heard = useHeard();
  const words = useUnitWords();
  const series = useMemo(() => waitingPerHalfHour(units), [units]);
  const aside = since !== null && (
    <>
      {t('longestNow')}{' '}
      <b className="font-semibold text-ink">
        <Waited since={since} />
      </b>
    </>
  );
  return (
    <Panel title={t('waiting')} aside={aside || undefined}>
      <p className="text-figure leading-tight font-semibold">
        {format.number(waiting)}
        {waiting !== null && (
          <span className="ml-1.5 text-[15px] font-medium text-ink2">{t('people', { count: waiting })}</span>
        )}
      </p>
      <Bars series={series} />
      <p className="mt-1 text-small text-ink2">
        {t('heard', { ...heard, unit: words.many })}
        {' · '}
        {openCounters === null || counters === null
          ? t('countersUnknown')
          : t('countersOpen', { open: openCounters, all: counters })}
      </p>
    </Panel>
  );
}

type Series = readonly { slot: number; waiting: number }[];

function Bars({ series }: { series: Series }) {
  const t = useTranslations('overview');
  const top = Math.max(1, ...series.map(({ waiting }) => waiting));
  const first = series[0];
  return (
    <div className="mx-1 mt-1.5" aria-hidden="true">
      <div className="flex h-6 items-end gap-1 border-b border-line">
        {series.map(({ slot, waiting }, i) => (
          <div
            key={slot}
            title={`${clockOf(slot)}: ${waiting}`}
            className={`max-w-6 min-w-0 flex-1 rounded-t-xs bg-brand ${i === series.length - 1 ? '' : 'opacity-30'}`}
            style={{ height: `${(waiting / top) * 100}%` }}
          />
        ))}
      </div>
      <div className="h-3.5 text-[11px] text-ink2">
        {first && t('perHalfHour', { time: clockOf(first.slot) })}
      </div>
    </div>
  );
}

const clockOf = (slot: number): string => slotClock(slot).replace(/^0/, '');

/** Sum of all units at the end of each half hour that any of them knows. */
function waitingPerHalfHour(units: AreaBoard['units']): Series {
  const sums = new Map<number, number>();
  for (const { f, h } of Object.values(units)) {
    h.forEach((waiting, i) => {
      sums.set(f + i, (sums.get(f + i) ?? 0) + waiting);
    });
  }
  return [...sums].sort(([a], [b]) => a - b).map(([slot, waiting]) => ({ slot, waiting }));
}
