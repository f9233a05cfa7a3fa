'use client';
import { useTranslations } from 'use-intl';
import { useUnitBoard } from '../live/use-board.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { CounterLine } from './counter-line.tsx';
import { useQueueState } from './use-unit.ts';

const byNumber = new Intl.Collator('vi', { numeric: true });

/** Every counter: its state, the number it serves, since when. */
export function CountersPanel() {
  const t = useTranslations('unit');
  const counters = useUnitBoard((board) => board.counters);
  const known = useQueueState() !== 'silent';
  const lines = Object.entries(counters).sort(([a], [b]) => byNumber.compare(a, b));
  return (
    <Panel title={t('counters')}>
      {lines.length === 0 ? (
        <Notice title={t('countersNone')} reason={t('countersNoneReason')} />
      ) : (
        <ul className={`mt-1.5 grid gap-x-6 ${lines.length > 8 ? 'sm:grid-cols-2' : ''}`}>
          {lines.map(([code, counter]) => (
            <CounterLine key={code} code={code} counter={counter} known={known} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
