'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import { useBoard } from './use-board.ts';
import { useLink } from './use-link.ts';

const REFUSED = { forbidden: 'forbidden', unknown_area: 'gone', bad_request: 'gone' } as const;

/** What the reader must know before believing a figure: nothing is recorded, the line is lost, the right is gone. */
export function LinkBanners() {
  const t = useTranslations('live');
  const format = useFormat();
  const link = useLink();
  const { lastEventAt } = useBoard((board) => board.totals);
  const { timezone } = useBoard((board) => board.header);
  const time = format.clock(lastEventAt, timezone);
  const refused = link.refused && REFUSED[link.refused];
  return (
    <div role="alert">
      {refused && <Banner title={t(`${refused}Title`)} reason={t(`${refused}Reason`, { time })} />}
      {!refused && link.level === 'lost' && (
        <Banner
          title={
            <>
              {t('lostTitle')} <span aria-hidden="true">· {format.duration(link.silentMs / 1000)}</span>
            </>
          }
          reason={t('lostReason', { time })}
        />
      )}
      {!link.recording && link.level !== 'lost' && (
        <Banner urgent title={t('notRecordingTitle')} reason={t('notRecordingReason', { time })} />
      )}
    </div>
  );
}

function Banner({ title, reason, urgent = false }: { title: ReactNode; reason: string; urgent?: boolean }) {
  const ground = urgent ? 'border-missed bg-missed-soft' : 'border-dashed border-quiet bg-panel pl-8';
  return (
    <div className={`relative mx-3 mt-3 rounded-panel border-2 px-4 py-2.5 sm:mx-4 lg:mx-5 ${ground}`}>
      {!urgent && <span aria-hidden="true" className="absolute inset-y-0 left-0 w-4 rounded-l-lg hatched" />}
      <p className={`text-lead font-semibold ${urgent ? 'text-missed' : 'text-ink'}`}>{title}</p>
      <p className="text-ink2">{reason}</p>
    </div>
  );
}
