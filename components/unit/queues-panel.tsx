'use client';
import { useTranslations } from 'use-intl';
import { useUnitBoard } from '../live/use-board.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { QueueLine } from './queue-line.tsx';
import { useQueueState } from './use-unit.ts';

/** Every service: how many wait, the longest wait, open counters, whether numbers are still issued. */
export function QueuesPanel({ className }: { className?: string }) {
  const t = useTranslations('unit');
  const format = useFormat();
  const services = useUnitBoard((board) => board.services);
  const held = useUnitBoard((board) => board.totals.estimatesHeld);
  const state = useQueueState();
  const lines = Object.entries(services).sort(
    ([, a], [, b]) => b.waiting - a.waiting || (a.name < b.name ? -1 : 1),
  );
  if (state === 'none' || (state === 'paper' && lines.length === 0)) return null;
  return (
    <Panel title={t('queues')} className={className}>
      {lines.length === 0 ? (
        <Notice title={t('queuesNone')} reason={t('queuesNoneReason')} />
      ) : (
        <table className="mt-1 w-full">
          <caption className="sr-only">{t('queues')}</caption>
          <thead>
            <tr className="text-tiny text-ink2 [&>th]:border-b [&>th]:border-line [&>th]:py-1.5 [&>th+th]:pl-2.5 [&>th]:font-medium">
              <th scope="col" className="text-left">
                {t('service')}
              </th>
              <th scope="col" className="text-right">
                {t('waiting')}
              </th>
              <th scope="col" className="text-right">
                {t('longest')}
              </th>
              <th scope="col" className="text-right">
                {t('openCounters')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([code, service]) => (
              <QueueLine key={code} service={service} known={state === 'live'} />
            ))}
          </tbody>
        </table>
      )}
      {held && (
        <p className="mt-1 text-small text-ink2">
          {t('estimatesHeld', { held: held.held[0], of: held.held[1], day: format.date(held.day) })}
        </p>
      )}
    </Panel>
  );
}
