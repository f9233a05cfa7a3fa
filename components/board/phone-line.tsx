'use client';
import { useTranslations } from 'use-intl';
import type { Place, Row } from '../../lib/wire/board.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';
import { ShareOf } from './share-of.tsx';

/** What a phone has no columns for. */
export function PhoneLine({ row, place }: { row: Row; place: Place }) {
  const t = useTranslations('overview');
  const format = useFormat();
  const targets = useAreaBoard((board) => board.targets);
  return (
    <div className="flex flex-wrap gap-x-2.5 text-tiny font-normal text-ink2 md:hidden">
      {place.queue !== 'none' && (
        <span className="whitespace-nowrap">
          ≤ {format.duration(targets.within.seconds)} <ShareOf count={row.x} target={targets.within.value} />
        </span>
      )}
      <span className="whitespace-nowrap">
        {t('satisfiedShort')} <ShareOf count={row.m} target={targets.satisfied.value} />
      </span>
      {row.o && (
        <span className="whitespace-nowrap">
          {t('onTimeShort')} <ShareOf count={row.o} target={targets.onTime.value} />
        </span>
      )}
      {row.d && row.d[1] > 0 && (
        <span className="whitespace-nowrap text-risk">{t('overdueNow', { count: row.d[1] })}</span>
      )}
    </div>
  );
}
