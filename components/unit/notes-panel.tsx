'use client';
import { useTranslations } from 'use-intl';
import { useUnitBoard } from '../live/use-board.ts';
import { Panel } from '../ui/panel.tsx';
import { SeeThen } from '../ui/see-then.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useTimezone } from './use-unit.ts';

/** What the unit wrote beside its figures ("mất điện"); nothing when it wrote nothing. */
export function NotesPanel({ className }: { className?: string }) {
  const t = useTranslations('unit');
  const format = useFormat();
  const zone = useTimezone();
  const notes = useUnitBoard((board) => board.notes);
  const lines = Object.entries(notes).sort(([, a], [, b]) => b.fromAt - a.fromAt);
  if (lines.length === 0) return null;
  return (
    <Panel title={t('notes')} className={className}>
      <ul className="mt-1">
        {lines.map(([id, { unit, fromAt, toAt, text }]) => {
          const from = format.clock(fromAt, zone);
          return (
            <li key={id} className="border-b border-grid py-1.5 wrap-anywhere last:border-0">
              <span className="text-small text-ink2">
                {toAt === null
                  ? t('noteFrom', { from })
                  : t('noteSpan', { from, to: format.clock(toAt, zone) })}
              </span>{' '}
              {text}
              <SeeThen area={unit} at={fromAt} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
