'use client';
import { useUnitBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { Waited } from '../live/waited.tsx';
import { Tag } from '../ui/tag.tsx';
import { waitTone } from './queue-state.ts';

const LOOKS = { attention: 'font-semibold text-risk', urgent: 'font-semibold text-missed' } as const;

/** A ticking wait, coloured beyond the unit's aim. Only the longest, which makes the unit's state, is marked as well. */
export function WaitMark({ since }: { since: number }) {
  const aim = useUnitBoard((board) => board.targets.within.seconds);
  const longest = useUnitBoard((board) => board.totals.waitingSince === since);
  const tone = useNowAs((now) => waitTone(now - since, aim));
  if (tone === 'plain') return <Waited since={since} />;
  if (!longest) {
    return (
      <span className={LOOKS[tone]}>
        <Waited since={since} />
      </span>
    );
  }
  return (
    <Tag tone={tone}>
      <span className="text-[13px]">
        <Waited since={since} />
      </span>
    </Tag>
  );
}
