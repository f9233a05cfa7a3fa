'use client';
import { useTranslations } from 'use-intl';
import { isLow } from '../../lib/domain/rating-level.ts';
import { useReasonText } from '../board/reason-text.ts';
import { useUnitBoard } from '../live/use-board.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { type LowGroup, type OneRating, ratingGroups } from './rating-groups.ts';
import { useTimezone } from './use-unit.ts';

/** What people just said of this unit, newest first. */
export function RatingsPanel({ className }: { className?: string }) {
  const t = useTranslations('unit');
  const format = useFormat();
  const ratings = useUnitBoard((board) => board.ratings);
  const [rated, finished] = useUnitBoard((board) => board.totals.response);
  const groups = ratingGroups(ratings);
  const aside = rated === 0 ? t('ratingsAsideNone') : t('ratingsAside', { count: rated });
  // More ratings than finished visits: some were given without a ticket, and a share of visits would say nothing.
  const share =
    rated > 0 && rated <= finished
      ? t('ratingsShare', { share: format.percent(rated / finished), of: finished })
      : null;
  return (
    <Panel title={t('ratings')} aside={[aside, share].filter(Boolean).join(' · ')} className={className}>
      {groups.length === 0 ? (
        <Notice title={t('ratingsNone')} reason={t('ratingsNoneReason')} />
      ) : (
        <ul className="mt-1">
          {groups.map((group) =>
            group.kind === 'one' ? (
              <One key={group.key} rating={group} />
            ) : (
              <Low key={group.key} group={group} />
            ),
          )}
        </ul>
      )}
    </Panel>
  );
}

function One({ rating: { line, at, level } }: { rating: OneRating }) {
  const t = useTranslations('unit');
  const levels = useTranslations('levels');
  const reasonText = useReasonText();
  const details = [
    line.counter !== null && t('counterNumber', { counter: line.counter }),
    ...line.reasons.map((code) => reasonText(code, level)),
  ];
  return (
    <Line at={at} low={isLow(level)} title={levels(level)} details={details.filter(Boolean).join(' · ')} />
  );
}

function Low({ group }: { group: LowGroup }) {
  const t = useTranslations('unit');
  const reasonText = useReasonText();
  const reasons = group.reasons.map(([code, count]) => `${reasonText(code, 'dissatisfied')} ${count}`);
  return (
    <Line at={group.at} low title={t('lowGroup', { count: group.count })} details={reasons.join(', ')} />
  );
}

function Line({ at, low, title, details }: { at: number; low: boolean; title: string; details: string }) {
  const format = useFormat();
  const zone = useTimezone();
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 border-b border-grid py-1.5 text-small last:border-0">
      <span className="w-9 text-right text-ink2">{format.clock(at, zone)}</span>
      <span className={`font-semibold ${low ? 'text-missed' : ''}`}>{title}</span>
      <span className="min-w-0 wrap-anywhere text-ink2">{details}</span>
    </li>
  );
}
