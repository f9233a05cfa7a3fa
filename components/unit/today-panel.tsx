'use client';
import { useTranslations } from 'use-intl';
import { useUnitBoard } from '../live/use-board.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { SMALL_DAY_BELOW } from './queue-state.ts';

/** What became of today's tickets, as plain counts. */
export function TodayPanel({ className }: { className?: string }) {
  const t = useTranslations('unit');
  const format = useFormat();
  const totals = useUnitBoard((board) => board.totals);
  const facts: [string, number][] = [
    [t('todayIssued'), totals.issued],
    [t('todayCalled'), totals.called],
    [t('todayFinished'), totals.finished],
    [t('todayNoShow'), totals.noShow],
    [t('todayLeft'), totals.left],
  ];
  return (
    <Panel title={t('today')} className={className}>
      <dl className="mt-1">
        {facts.map(([title, count]) => (
          <div key={title} className="flex justify-between border-b border-grid py-1.5 last:border-0">
            <dt className="text-ink2">{title}</dt>
            <dd className={count === 0 ? 'text-ink3' : 'font-semibold'}>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      {totals.issued < SMALL_DAY_BELOW && <p className="mt-1 text-small text-ink2">{t('todayFew')}</p>}
    </Panel>
  );
}
