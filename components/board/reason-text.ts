'use client';
import { useTranslations } from 'use-intl';
import { isLow, type Level } from '../../lib/domain/rating-level.ts';

/** The words for the reasons of a rating: praise with a good level, what was lacking with a low one, conditions with any. */
export function useReasonText(): (reason: string, level: Level) => string {
  const t = useTranslations('reasons');
  return (reason, level) => {
    // Reasons are data of the area's code of conduct; one that we have no words for reads as it was sent.
    const keys = [`condition.${reason}`, `${isLow(level) ? 'lack' : 'praise'}.${reason}`] as Parameters<
      typeof t
    >[0][];
    const key = keys.find((candidate) => t.has(candidate));
    return key ? t(key) : reason;
  };
}
