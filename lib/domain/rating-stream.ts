import { compareFacts } from './fact-order.ts';
import { isLow, type Level } from './rating-level.ts';
import type { Span } from './settings.ts';
import type { RatingEntry } from './unit-state.ts';

const HALF_HOUR_MS = 30 * 60_000;
const SHOWN = 20;
const BATCH = 3;

export type StreamLine = {
  at: number;
  cut: boolean;
  level: Level;
  unit: string;
  service: string | null;
  counter: string | null;
  reasons: string[];
};

/** Cut by whole half hours of the epoch: every zone in use has offsets of whole half hours or shows a quarter. */
export const cutToHalfHour = (at: number): number => Math.floor(at / HALF_HOUR_MS) * HALF_HOUR_MS;

const lineOf = (unit: string, { rating }: RatingEntry, cut: boolean): StreamLine => ({
  at: cut ? cutToHalfHour(rating.at) : rating.at,
  cut,
  level: rating.level,
  unit,
  service: rating.service,
  counter: rating.counter,
  reasons: rating.reasons,
});

// Not by seq: which of two ratings of one instant is shown must not depend on which arrived first (L1).
const newestFirst = (a: RatingEntry, b: RatingEntry): number => compareFacts(b.rating, a.rating);

/** The last 20 ratings as leaders above see them: live, without officer. Keyed by unit and rating. */
export function streamAbove(unit: string, ratings: Iterable<RatingEntry>): [string, StreamLine][] {
  return [...ratings]
    .sort(newestFirst)
    .slice(0, SHOWN)
    .map((entry) => [`${unit}:${entry.rating.rating}`, lineOf(unit, entry, false)]);
}

/**
 * B5: inside the unit low ratings appear in batches of three or when their session has ended, with no time finer than
 * the half hour, so that nobody can look for the citizen who just left. Their reasons and counter travel only then.
 */
export function streamInside(
  unit: string,
  ratings: Iterable<RatingEntry>,
  spans: readonly Span[] | null,
  at: number,
): [string, StreamLine][] {
  const all = [...ratings];
  const hidden = hiddenInside(all, spans, at);
  return all
    .filter((entry) => !hidden.has(entry))
    .sort(newestFirst)
    .slice(0, SHOWN)
    .map((entry) => [entry.rating.rating, lineOf(unit, entry, isLow(entry.rating.level))]);
}

/** B5: the low ratings of a day that its own unit does not see yet at `at`. */
export function hiddenInside(
  ratings: readonly RatingEntry[],
  spans: readonly Span[] | null,
  at: number,
): Set<RatingEntry> {
  const low = ratings.filter(({ rating }) => isLow(rating.level)).sort((a, b) => newestFirst(b, a));
  const whole = low.length - (low.length % BATCH);
  return new Set(low.filter((entry, index) => index >= whole && !sessionEnded(entry.rating.at, spans, at)));
}

// Outside any session, or where none are known, only a full batch shows; the day's end shows the rest in history.
function sessionEnded(ratedAt: number, spans: readonly Span[] | null, at: number): boolean {
  const end = spans?.find((span) => ratedAt < span.toAt)?.toAt;
  return end !== undefined && at >= end;
}
