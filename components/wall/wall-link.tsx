'use client';
import { useTranslations } from 'use-intl';
import { useLink } from '../live/use-link.ts';
import { useFormat } from '../ui/use-format.ts';
import { useDataTime } from './use-data-time.ts';

/** W5: nothing heard yet, or not for six seconds; beside the clock. */
export function LateMark() {
  const t = useTranslations('wallBoard');
  const { level } = useLink();
  return (
    <span role="status" data-link={level}>
      {(level === 'late' || level === 'connecting') && (
        <span className="flex items-center gap-3 rounded-full border-2 border-risk bg-risk-soft px-5 py-1 text-[32px] font-semibold text-risk">
          <span aria-hidden="true" className="size-4 rounded-full bg-risk" />
          {t(level)}
        </span>
      )}
    </span>
  );
}

/** What must be known before any figure is believed; null: nothing. */
export function useNotice(): 'lost' | 'refused' | 'notRecording' | null {
  const { level, recording, refused } = useLink();
  if (level === 'lost') return 'lost';
  if (refused) return 'refused';
  return recording ? null : 'notRecording';
}

/** W5: the notice, where there is one; over half a minute without a word the age of the picture, large. */
export function WallNotice({ className = '' }: { className?: string }) {
  const t = useTranslations('wallBoard');
  const format = useFormat();
  const notice = useNotice();
  const { silentMs } = useLink();
  const time = useDataTime() ?? format.clock(null, '');
  if (notice === null) return null;
  if (notice !== 'lost')
    return (
      <p
        role="alert"
        data-notice={notice}
        className={`rounded-2xl border-2 border-missed bg-missed-soft px-8 py-4 text-[40px] font-semibold text-missed ${className}`}
      >
        {t(notice, { time })}
      </p>
    );
  return (
    <div
      role="alert"
      data-notice="lost"
      className={`relative flex items-center gap-8 overflow-hidden rounded-2xl border-2 border-dashed border-quiet bg-panel py-3 pr-8 pl-16 text-[#eef4f1] ${className}`}
    >
      <span aria-hidden="true" className="absolute inset-y-0 left-0 w-9 hatched" />
      <b className="text-[76px] leading-tight font-semibold whitespace-nowrap" data-age="">
        {t('lostAge', { length: format.duration(silentMs / 1000) })}
      </b>
      <span className="text-[34px]">
        {t('lostTitle')}. {t('lostReason')}
      </span>
    </div>
  );
}
