'use client';
import { useTranslations } from 'use-intl';
import { useUnitBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useQueueState, useTimezone } from './use-unit.ts';

/** Says why there are no figures of the queue: silent, never heard, or without numbers at all. */
export function UnitNotice() {
  const t = useTranslations('unit');
  const format = useFormat();
  const zone = useTimezone();
  const state = useQueueState();
  const heardAt = useUnitBoard((board) => board.totals.queueHeardAt);
  const age = useNowAs((now) => format.duration(heardAt === null ? null : (now - heardAt) / 1000));
  switch (state) {
    case 'silent':
      return (
        <Notice
          tone="silent"
          title={t('silentTitle', { time: format.clock(heardAt, zone) })}
          reason={t('silentReason', { age })}
          action={t('silentAction')}
        />
      );
    case 'unheard':
      return (
        <Notice tone="silent" title={t('neverTitle')} reason={t('neverReason')} action={t('silentAction')} />
      );
    case 'none':
      return <Notice title={t('noQueueTitle')} reason={t('noQueueReason')} />;
    case 'paper':
      return <Notice title={t('noQueueTitle')} reason={t('paperReason')} />;
    case 'live':
      return null;
  }
}
