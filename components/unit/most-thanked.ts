import { isSatisfied } from '../../lib/domain/rating-level.ts';
import type { RatingLine } from '../../lib/wire/board.ts';

/** The kind word said most often, at one counter or at none in particular. */
export type Thanked = { reason: string; counter: string | null; count: number };

/**
 * The most frequent praise among satisfied ratings of the stream; null: none was given. `isPraise` tells words for
 * people from words about conditions.
 */
export function mostThanked(
  ratings: Readonly<Record<string, RatingLine>>,
  isPraise: (reason: string) => boolean,
): Thanked | null {
  const counts = new Map<string, Thanked>();
  for (const { level, reasons, counter } of Object.values(ratings)) {
    if (!isSatisfied(level)) continue;
    for (const reason of new Set(reasons.filter(isPraise))) {
      const key = JSON.stringify([reason, counter]);
      counts.set(key, { reason, counter, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0] ?? null;
}
