'use client';
import { useTranslations } from 'use-intl';
import { useUnitBoard } from '../live/use-board.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { CounterLine } from './counter-line.tsx';
import { useQueueState } from './use-unit.ts';

/** More counters than this need more than one column. */
export const MANY_COUNTERS = 8;

const byNumber = new Intl.Collator('vi', { numeric: true });

/** Every counter: its state, the number it serves, since when. */
export function CountersPanel({ className }: { className?: string }) {
  const t = useTranslations('unit');
  const counters = useUnitBoard((board) => board.counters);
  const state = useQueueState();
  const open = useUnitBoard((board) => board.totals.openCounters);
  const all = useUnitBoard((board) => board.totals.counters);
  const lines = Object.entries(counters).sort(([a], [b]) => byNumber.compare(a, b));
  // Where nothing has numbers, no counter is expected to speak.
  if (lines.length === 0 && (state === 'none' || state === 'paper')) return null;
  return (
    <Panel
      title={t('counters')}
      aside={
        state === 'silent' || open === null || all === null ? undefined : t('countersOpen', { open, all })
      }
      className={className}
    >
      {lines.length === 0 ? (
        <Notice title={t('countersNone')} reason={t('countersNoneReason')} />
      ) : (
        <ul
          className={`mt-1.5 grid gap-x-6 ${lines.length > MANY_COUNTERS ? 'grid-cols-[repeat(auto-fill,minmax(12rem,1fr))]' : ''}`}
        >
          {lines.map(([code, counter]) => (
            <CounterLine key={code} code={code} counter={counter} known={state !== 'silent'} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
