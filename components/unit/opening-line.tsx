'use client';
import { useTranslations } from 'use-intl';
import { useUnitBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { useFormat } from '../ui/use-format.ts';
import { openingAt } from './opening.ts';

/** "Thứ Hai, 23/11/2026 · làm việc đến 11:30" */
export function OpeningLine() {
  const t = useTranslations('unit');
  const format = useFormat();
  const { sessions, timezone, day } = useUnitBoard((board) => board.header);
  const text = useNowAs((now) => {
    const opening = openingAt(sessions, now);
    switch (opening.kind) {
      case 'unknown':
        return t('hoursUnknown');
      case 'open':
        return t('hoursUntil', { time: format.clock(opening.untilAt, timezone) });
      case 'later':
        return t('hoursFrom', { time: format.clock(opening.fromAt, timezone) });
      case 'over':
        return t('hoursOver');
    }
  });
  return (
    <p className="text-ink2">
      {format.day(day)} · {text}
    </p>
  );
}
