'use client';
import { useTranslations } from 'use-intl';
import { fullName } from '../board/place-name.ts';
import { useTimeOfDayAs } from '../live/use-now.ts';
import { useFormat } from '../ui/use-format.ts';
import { useWallBoard } from './use-wall-board.ts';
import { LateMark, WallNotice } from './wall-link.tsx';
import { wanderAt } from './wall-time.ts';

/** W7: a dark wall: the time of day, where this is, and whether the server is heard; elsewhere every minute. */
export function NightScreen() {
  const t = useTranslations('wallBoard');
  const format = useFormat();
  const header = useWallBoard((board) => board.header);
  const clock = useTimeOfDayAs((now) => format.clock(now, header.timezone));
  const x = useTimeOfDayAs((now) => wanderAt(now).x);
  const y = useTimeOfDayAs((now) => wanderAt(now).y);
  return (
    <main data-dark="" className="fixed inset-0 cursor-none overflow-hidden bg-[#000] select-none">
      <div
        // Only so far as its own size lets it: at 100 % it touches the other edge.
        className="absolute w-max max-w-full p-[3vmin] leading-tight"
        style={{
          left: `${x * 100}%`,
          top: `${y * 100}%`,
          transform: `translate(${-x * 100}%, ${-y * 100}%)`,
        }}
      >
        <p className="text-[16vmin] leading-none font-semibold text-[#79837f]" data-clock="">
          {clock}
        </p>
        <h1 className="mt-[1vmin] text-[3.4vmin] font-medium text-[#79837f]">
          {fullName(format.locale, header)} · {t('resting')}
        </h1>
        <p className="mt-[1vmin] opacity-70">
          <LateMark />
        </p>
      </div>
      <WallNotice className="absolute inset-x-[3vw] bottom-[3vh] opacity-60" />
    </main>
  );
}
