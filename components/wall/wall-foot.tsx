'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import { useDataTime } from './use-data-time.ts';
import { useWallBoard } from './use-wall-board.ts';

/** For what period the figures stand, and of what time the latest fact is: always there. */
export function WallFoot({ period = false, children }: { period?: boolean; children?: ReactNode }) {
  const t = useTranslations('wallBoard');
  const format = useFormat();
  const month = useWallBoard((board) => board.header.monthFrom);
  const time = useDataTime();
  return (
    <footer className="flex items-baseline justify-between gap-8 text-(length:--small) whitespace-nowrap text-ink2">
      <span>{children}</span>
      <span>
        {period && `${t('period', { month: format.month(month) })} · `}
        <b className="font-semibold text-ink" data-as-of="">
          {time === null ? t('noData') : t('dataAt', { time })}
        </b>
      </span>
    </footer>
  );
}
