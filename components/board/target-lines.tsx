'use client';
import { useTranslations } from 'use-intl';
import { useThrottled } from '../charts/use-throttled.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';
import { TargetLine } from './target-line.tsx';

/** The three targets of the area: satisfaction of the month, dossiers on time, waits of today. */
export function TargetLines() {
  const t = useTranslations('overview');
  const format = useFormat();
  const totals = useThrottled(useAreaBoard((board) => board.totals));
  const targets = useAreaBoard((board) => board.targets);
  const month = format.month(useAreaBoard((board) => board.header.monthFrom));
  const aim = format.duration(targets.within.seconds);
  return (
    <>
      <TargetLine
        title={t('satisfiedMonth', { month })}
        count={totals.satisfiedMonth}
        target={targets.satisfied.value}
        base={t('satisfiedBase', { count: totals.satisfiedMonth[1] })}
        missing={t('satisfiedMissing')}
      />
      <TargetLine
        title={t('onTime')}
        count={[0, 0]}
        target={targets.onTime.value}
        base=""
        missing={t('onTimeMissing')}
      />
      <TargetLine
        title={t('within', { length: aim })}
        count={totals.within}
        target={targets.within.value}
        base={t('withinBase', { count: totals.within[1] })}
        missing={t('withinMissing')}
        beside={totals.p50Sec === null ? undefined : t('half', { length: format.duration(totals.p50Sec) })}
      />
    </>
  );
}
