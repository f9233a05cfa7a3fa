'use client';
import { useTranslations } from 'use-intl';
import { isCondition } from '../../lib/domain/conduct/condition.ts';
import type { ConductPoint } from '../../lib/domain/events/conduct.ts';
import { isSatisfied, type Level } from '../../lib/domain/rating-level.ts';
import { useFormat } from '../ui/use-format.ts';

/** The words for a reason, from the code of conduct that is told with it; an unknown one reads as it was sent. */
export function useReasonWords(points: readonly ConductPoint[]): (reason: string, level: Level) => string {
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
