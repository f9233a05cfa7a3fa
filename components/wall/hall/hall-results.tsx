'use client';
import { useTranslations } from 'use-intl';
import { judge } from '../../../lib/domain/judgement.ts';
import type { Count } from '../../../lib/wire/board.ts';
import type { HallBoard } from '../../../lib/wire/wall-board.ts';
import { useNowAs } from '../../live/use-now.ts';
import { Share } from '../../ui/share.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { openingAt } from '../../unit/opening.ts';

type Hours = { sessions: HallBoard['header']['sessions']; zone: string };

/** When the doors close, or open. */
export function HallHours({ sessions, zone }: Hours) {
  const t = useTranslations('wallBoard.hall');
  const format = useFormat();
  const text = useNowAs((now) => {
    const opening = openingAt(sessions, now);
    if (opening.kind === 'unknown') return '';
    if (opening.kind === 'over') return t('closed');
    return opening.kind === 'open'
      ? t('closes', { time: format.clock(opening.untilAt, zone) })
      : t('opens', { time: format.clock(opening.fromAt, zone) });
  });
  return text === '' ? null : <span className="text-[40px] font-semibold text-ink2">{text}</span>;
}

/** How well this office serves, openly: results of the month and of today's waits, with what they stand on. */
export function HallResults({ board }: { board: HallBoard }) {
  const t = useTranslations('wallBoard.hall');
  const format = useFormat();
  const { totals, targets, header } = board;
  return (
    <section className="mb-2 flex items-center gap-8 rounded-2xl border border-line bg-panel px-8 py-2 whitespace-nowrap">
      <h2 className="text-[30px] font-medium text-ink2">
        {t('results', { month: format.month(header.monthFrom) })}
      </h2>
      <div className="flex grow items-center justify-around gap-8">
        <Result count={totals.satisfiedMonth} target={targets.satisfied.value} label={t('satisfied')} />
        {totals.onTimeMonth && (
          <Result count={totals.onTimeMonth} target={targets.onTime.value} label={t('onTime')} />
        )}
        {header.queue !== 'none' && (
          <Result
            count={totals.within}
            target={targets.within.value}
            label={t('within', { length: format.duration(targets.within.seconds) })}
          />
        )}
      </div>
    </section>
  );
}

function Result({ count: [n, of], target, label }: { count: Count; target: number; label: string }) {
  const t = useTranslations('wallBoard');
  const format = useFormat();
  const { result, few } = judge(n, of, target);
  return (
    <span className="flex items-center gap-3">
      <Share share={of === 0 ? null : n / of} of={of} className="text-[50px] leading-tight font-semibold" />
      {/* In two lines: three results with their cases are wider than a screen in one. */}
      <span className="text-[26px] leading-[1.15] text-ink2">
        {label}
        {result && (
          <span className="block">
            {few ? t('few') : t(result)} ({format.number(n)}/{format.number(of)})
          </span>
        )}
      </span>
    </span>
  );
}
