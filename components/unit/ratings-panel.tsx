'use client';
import { useMessages, useTranslations } from 'use-intl';
import { isLow } from '../../lib/domain/rating-level.ts';
import { shareOf } from '../../lib/domain/wilson.ts';
import type { RatingLine } from '../../lib/wire/board.ts';
import { useUnitBoard } from '../live/use-board.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { reasonText } from './reason-text.ts';
import { useTimezone } from './use-unit.ts';

/** What people just said of this unit, newest first. */
export function RatingsPanel() {
  const t = useTranslations('unit');
  const format = useFormat();
  const ratings = useUnitBoard((board) => board.ratings);
  const [rated, finished] = useUnitBoard((board) => board.totals.response);
  const lines = Object.entries(ratings).sort(([, a], [, b]) => b.at - a.at);
  const share = format.percent(shareOf(rated, finished).share);
  const aside = rated === 0 ? t('ratingsAsideNone') : t('ratingsAside', { count: rated, share });
  return (
    <Panel title={t('ratings')} aside={aside}>
      {lines.length === 0 ? (
        <Notice title={t('ratingsNone')} reason={t('ratingsNoneReason')} />
      ) : (
        <ul className="mt-1">
          {lines.map(([id, line]) => (
            <Rating key={id} line={line} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Rating({ line }: { line: RatingLine }) {
  const t = useTranslations('unit');
  const levels = useTranslations('levels');
  const { reasons } = useMessages();
  const format = useFormat();
  const zone = useTimezone();
  const time = format.clock(line.at, zone);
  const details = [
    line.counter !== null && t('counterNumber', { counter: line.counter }),
    ...line.reasons.map((code) => reasonText(reasons, code, line.level)),
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 border-b border-grid py-1.5 text-small last:border-0">
      <span className="text-ink2">{line.cut ? t('lowTogether', { time }) : time}</span>
      <span className={`font-semibold ${isLow(line.level) ? 'text-missed' : ''}`}>{levels(line.level)}</span>
      <span className="text-ink2">{details.join(' · ')}</span>
    </li>
  );
}
