'use client';
import { useTranslations } from 'use-intl';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { ConnectionState } from '../live/connection-state.tsx';
import { useBoard } from '../live/use-board.ts';
import { useTimeOfDayAs } from '../live/use-now.ts';
import { DemoMark } from '../ui/demo-mark.tsx';
import { useFormat } from '../ui/use-format.ts';

/** Freshness, in its two kinds: whether the server is heard, and of what time the latest fact is. Then the clock. */
export function DataState() {
  const { demo } = useBoard((board) => board.header);
  return (
    <>
      {demo && <DemoMark />}
      <ConnectionState />
      <DataAge />
      <HeaderClock />
    </>
  );
}

function DataAge() {
  const t = useTranslations('shell');
  const format = useFormat();
  const at = useBoard((board) => board.totals.lastEventAt);
  const { timezone } = useBoard((board) => board.header);
  const today = useTimeOfDayAs((now) => localDay(timezone, now));
  if (at === null) return <span className="text-small text-ink2">{t('noData')}</span>;
  const on = localDay(timezone, at);
  const time =
    on === today ? format.clock(at, timezone) : `${format.clock(at, timezone)} ${format.dayShort(on)}`;
  return <span className="text-small whitespace-nowrap text-ink2">{t('dataAt', { time })}</span>;
}

function HeaderClock() {
  const format = useFormat();
  const { timezone } = useBoard((board) => board.header);
  const clock = useTimeOfDayAs((now) => format.clock(now, timezone));
  const day = useTimeOfDayAs((now) => format.dayShort(localDay(timezone, now)));
  return (
    <span className="font-semibold whitespace-nowrap max-sm:hidden">
      {clock} <span className="font-normal text-ink2">{day}</span>
    </span>
  );
}
