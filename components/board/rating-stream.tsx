'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { isLow } from '../../lib/domain/rating-level.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { RatingLine } from '../../lib/wire/board.ts';
import { useThrottled } from '../charts/use-throttled.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useReasonText } from './reason-text.ts';

/** Below this share of visits the reader is told that few people rate. */
const FEW_RATE = 0.2;

type RatingStreamProps = { most: number; className?: string };

/** What people have just said, newest first, with the unit and no person. */
export function RatingStream({ most, className }: RatingStreamProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const ratings = useThrottled(useAreaBoard((board) => board.ratings));
  const [rated, finished] = useAreaBoard((board) => board.totals.response);
  const today = useAreaBoard((board) => board.totals.satisfiedToday[1]);
  const lines = useMemo(
    () =>
      Object.entries(ratings)
        .sort(([, a], [, b]) => b.at - a.at)
        .slice(0, most),
    [ratings, most],
  );
  const aside = [
    t('ratedToday', { count: today }),
    finished > 0 &&
      rated <= finished &&
      t('responseRate', { share: format.percent(rated / finished), of: finished }),
    finished > 0 && rated / finished < FEW_RATE && t('fewRate'),
  ].filter(Boolean);
  return (
    <Panel title={t('ratings')} aside={aside.join(' · ')} className={className}>
      {lines.length === 0 ? (
        <p className="mt-2 text-small text-ink2">{t('ratingsNone')}</p>
      ) : (
        <ul className="mt-1">
          {lines.map(([key, line]) => (
            <Line key={key} line={line} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Line({ line }: { line: RatingLine }) {
  const levels = useTranslations('levels');
  const format = useFormat();
  const reasonText = useReasonText();
  const zone = useAreaBoard((board) => board.header.timezone);
  const place = useAreaBoard((board) => board.places[line.unit]);
  const low = isLow(line.level);
  const said = [
    place ? localName(format.locale, place) : line.unit,
    ...line.reasons.map((reason) => reasonText(reason, line.level)),
  ];
  return (
    <li className="flex flex-wrap gap-x-2 border-b border-grid py-[5px] text-small last:border-0">
      <span className="w-9 text-right text-ink3">{format.clock(line.at, zone)}</span>
      <span className={`font-semibold ${low ? 'text-missed' : ''}`}>{levels(line.level)}</span>
      <span className="min-w-0 wrap-anywhere text-ink2">{said.join(' · ')}</span>
    </li>
  );
}
