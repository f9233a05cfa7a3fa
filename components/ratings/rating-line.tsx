'use client';
import { useTranslations } from 'use-intl';
import { RATING_CHANNELS } from '../../lib/domain/rating-channel.ts';
import { isLow } from '../../lib/domain/rating-level.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { RatingsProfile } from '../../lib/wire/rating-reads.ts';
import type { RatingLineItem } from '../../lib/wire/reads.ts';
import { useBoard } from '../live/use-board.ts';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { RatingComment } from './rating-comment.tsx';
import { useReasonWords } from './use-reason-words.ts';

const HALF_HOUR_MS = 30 * 60_000;

type RatingLineProps = { line: RatingLineItem; profile: RatingsProfile };

/** One rating: level, when, where, why and what it is marked for; never who served. */
export function RatingLine({ line, profile }: RatingLineProps) {
  const t = useTranslations('ratings');
  const levels = useTranslations('levels');
  const format = useFormat();
  const words = useReasonWords(profile.conduct);
  const zone = useBoard((board) => board.header.timezone);
  const place = useBoard((board) => ('places' in board ? board.places[line.unit] : undefined));
  const service = profile.services.find(({ code }) => code === line.service);
  const at = Date.parse(line.at);
  const clock = format.clock(at, zone);
  const channel = RATING_CHANNELS.find((one) => one === line.channel);
  const where = [
    place && localName(format.locale, place),
    service ? localName(format.locale, service) : line.service,
    line.counter !== null && t('counterNumber', { counter: line.counter }),
    channel && t(`channels.${channel}`),
  ];
  return (
    <li className="border-b border-grid py-2 last:border-0">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
        <span className={`font-semibold ${isLow(line.level) ? 'text-missed' : ''}`}>
          {levels(line.level)}
        </span>
        <span className="text-small whitespace-nowrap text-ink2">
          {format.dayShort(line.day)} ·{' '}
          {line.cut ? t('half', { from: clock, to: format.clock(at + HALF_HOUR_MS, zone) }) : clock}
        </span>
        <span className="min-w-0 text-small wrap-anywhere text-ink2">
          {where.filter(Boolean).join(' · ')}
        </span>
      </div>
      {line.reasons.length > 0 && (
        <p className="mt-0.5 text-small wrap-anywhere">
          {[...new Set(line.reasons)].map((reason) => words(reason, line.level)).join(' · ')}
        </p>
      )}
      {line.marks.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-1.5">
          {line.marks.map((mark) => (
            <Tag key={mark}>{t(`marks.${mark}`)}</Tag>
          ))}
        </p>
      )}
      <RatingComment line={line} />
    </li>
  );
}
