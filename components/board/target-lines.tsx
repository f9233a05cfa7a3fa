'use client';
import { useTranslations } from 'use-intl';
import { useThrottled } from '../charts/use-throttled.ts';
import { DossiersLink } from '../dossiers/dossiers-link.tsx';
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
      <OnTimeLine month={month} />
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

const OVERDUE = { state: 'overdue' } as const;

/** Promises kept this month, judged by the due date of each dossier itself (F4, F8), beside what is late now. */
function OnTimeLine({ month }: { month: string }) {
  const t = useTranslations('overview');
  const dossiers = useAreaBoard((board) => board.totals.dossiers);
  const target = useAreaBoard((board) => board.targets.onTime.value);
  const count = dossiers?.onTimeMonth ?? [0, 0];
  return (
    <TargetLine
      title={t('onTime', { month })}
      count={count}
      target={target}
      unit="dossiers"
      base={t('onTimeBase', { count: count[1] })}
      missing={dossiers ? t('onTimeNone', { month }) : t('onTimeMissing')}
      beside={
        dossiers && (
          <DossiersLink filters={OVERDUE} className={dossiers.overdue > 0 ? 'font-semibold text-risk' : ''}>
            {t('overdueNow', { count: dossiers.overdue })}
          </DossiersLink>
        )
      }
    />
  );
}
