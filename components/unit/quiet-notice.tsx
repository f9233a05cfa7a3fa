'use client';
import { useTranslations } from 'use-intl';
import { SELDOM_KINDS } from '../../lib/domain/silence.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { useUnitBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useTimezone } from './use-unit.ts';

/** Says which seldom sources of the unit have fallen silent (G13); the queue has its own notice. */
export function QuietNotice() {
  const t = useTranslations('since');
  const format = useFormat();
  const zone = useTimezone();
  const quiet = useUnitBoard((board) => board.totals.quiet);
  const today = useUnitBoard((board) => board.header.day);
  const kinds = useNowAs((now) =>
    SELDOM_KINDS.filter((kind) => now >= (quiet?.[kind]?.from ?? now + 1)).join(),
  );
  const timeOf = (at: number): string => {
    const day = localDay(zone, at);
    const clock = format.clock(at, zone);
    return day === today ? clock : `${clock} ${format.dayShort(day)}`;
  };
  return SELDOM_KINDS.flatMap((kind) => {
    const silence = quiet?.[kind];
    if (!silence || !kinds.split(',').includes(kind)) return [];
    return [
      <Notice
        key={kind}
        tone="silent"
        title={t(`quiet.${kind}`, { time: timeOf(silence.heardAt) })}
        reason={t(`quietReason.${kind}`)}
        action={t(`quietAction.${kind}`)}
      />,
    ];
  });
}
