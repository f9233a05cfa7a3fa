'use client';
import { useTranslations } from 'use-intl';
import { openBetween } from '../../lib/domain/calendar/working-time.ts';
import { useBoard } from '../live/use-board.ts';
import { useNow } from '../live/use-now.ts';
import { useFormat } from '../ui/use-format.ts';
import { DossiersLink } from './dossiers-link.tsx';

/** What must be done before the doors close, and the working time that is left for it. */
export function BeforeClosing({ count }: { count: number }) {
  const t = useTranslations('dossierPanel');
  const format = useFormat();
  const { sessions, timezone } = useBoard((board) => board.header);
  const now = useNow();
  const closesAt = sessions?.at(-1)?.toAt ?? null;
  const open = closesAt !== null && now < closesAt;
  const title = open
    ? t('mustDo', { count, time: format.clock(closesAt, timezone) })
    : t('closedSoon', { count });
  const left = open ? openBetween(sessions ?? [], now, closesAt) / 1000 : 0;
  return (
    <p className="mt-2 rounded-lg border border-risk bg-risk-soft px-3 py-2">
      <DossiersLink filters={{ state: 'dueToday' }} className="font-semibold text-risk">
        {title}
      </DossiersLink>
      {closesAt !== null && (
        <span className="text-small text-ink2">
          {' · '}
          {open ? t('workLeft', { length: format.duration(left) }) : t('closed')}
        </span>
      )}
    </p>
  );
}
