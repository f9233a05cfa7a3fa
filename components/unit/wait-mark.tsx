'use client';
import { useUnitBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { Waited } from '../live/waited.tsx';
import { Tag } from '../ui/tag.tsx';
import { waitTone } from './queue-state.ts';

/** A ticking wait; outlined beyond the unit's aim, filled beyond twice the aim. */
export function WaitMark({ since }: { since: number }) {
  const aim = useUnitBoard((board) => board.targets.within.seconds);
  const tone = useNowAs((now) => waitTone(now - since, aim));
  if (tone === 'plain') return <Waited since={since} />;
  return (
    <Tag tone={tone}>
      <span className="text-[13px]">
        <Waited since={since} />
      </span>
    </Tag>
  );
}
