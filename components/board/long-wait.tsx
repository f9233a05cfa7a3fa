'use client';
import { waitLevel } from '../../lib/domain/attention.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { Waited } from '../live/waited.tsx';

const LOOKS = {
  urgent: 'font-semibold text-missed',
  attention: 'font-semibold text-risk',
  none: '',
} as const;

/** How pressing a wait is now; draws again only when that changes. */
export function useWaitLook(since: number | null): string {
  const seconds = useAreaBoard((board) => board.targets.within.seconds);
  const level = useNowAs((now) => waitLevel(since, seconds, now) ?? 'none');
  return LOOKS[level];
}

/** A ticking wait that is coloured only when it is itself too long. */
export function LongWait({ since }: { since: number | null }) {
  const look = useWaitLook(since);
  return (
    <span className={since === null ? 'text-ink3' : look}>
      <Waited since={since} />
    </span>
  );
}
