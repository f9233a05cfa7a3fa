'use client';
import { useTranslations } from 'use-intl';
import { isCondition } from '../../lib/domain/conduct/condition.ts';
import { isSatisfied, type Level } from '../../lib/domain/rating-level.ts';
import type { RatingsProfile } from '../../lib/wire/rating-reads.ts';
import { useFormat } from '../ui/use-format.ts';

type Points = RatingsProfile['conduct'];

/** The words for a reason, from the code of conduct that the profile tells; an unknown one reads as it was sent. */
export function useReasonWords(points: Points): (reason: string, level: Level) => string {
  const conditions = useTranslations('reasons.condition');
  const { locale } = useFormat();
  return (reason, level) => {
    if (isCondition(reason)) return conditions(reason);
    const point = points.find((one) => one.point === reason);
    if (!point) return reason;
    if (isSatisfied(level)) return locale === 'vi' ? point.text : point.textEn;
    return locale === 'vi' ? point.lack : point.lackEn;
  };
}
