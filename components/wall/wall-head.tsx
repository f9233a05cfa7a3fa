'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { useTimeOfDayAs } from '../live/use-now.ts';
import { useFormat } from '../ui/use-format.ts';
import { fittedPx } from './type-sizes.ts';
import { useDrift } from './use-drift.ts';
import { useWallBoard } from './use-wall-board.ts';
import { LateMark } from './wall-link.tsx';

/** Where this is, whether it is invented, whether the server is heard, and what time it is. */
export function WallHead({ title, children }: { title: string; children?: ReactNode }) {
  const t = useTranslations('shell');
  const format = useFormat();
  const demo = useWallBoard((board) => board.header.demo);
  const zone = useWallBoard((board) => board.header.timezone);
  const clock = useTimeOfDayAs((now) => format.clock(now, zone));
  const drift = useDrift();
  const words = useTranslations('wallBoard');
  const day = useTimeOfDayAs((now) => format.dayShort(localDay(zone, now)));
  return (
    <header className="flex h-20 items-center gap-8">
      <h1
        className="min-w-0 font-semibold text-balance"
        style={{ fontSize: fittedPx(title, 52, (demo ? 1000 : 1300) - (children ? 380 : 0)) }}
      >
        {title}
      </h1>
      <div className="ml-auto flex items-center gap-8 whitespace-nowrap">
        {children}
        {drift !== null && (
          <span className="text-[28px] text-risk">
            {words('drift', { length: format.duration(drift / 1000) })}
          </span>
        )}
        <LateMark />
        {demo && (
          <span className="rounded-lg border-2 border-risk px-3.5 py-0.5 text-[30px] text-risk">
            {t('demo')}
          </span>
        )}
        <span className="text-[34px] text-ink2">{day}</span>
        <span className="text-[72px] leading-none font-semibold" data-clock="">
          {clock}
        </span>
      </div>
    </header>
  );
}
