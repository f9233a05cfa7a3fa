import type { Span } from './settings.ts';

const LEAST_MS = 15 * 60_000;

/** Silence that means something for a unit whose usual gap (p90, ms) is known or not: max(15 min, 3 × p90). */
const silenceLimitMs = (usualGapMs: number | null): number => Math.max(LEAST_MS, 3 * (usualGapMs ?? 0));

/**
 * Instant from which a source that stays quiet counts as silent today; null: not before the day ends. Each opening
 * session starts the count anew, since machines rest over lunch and night. Without known sessions only the source's
 * own pattern judges, so an unknown pattern is never called silent.
 */
export function silentFrom(
  lastAt: number | null,
  spans: readonly Span[] | null,
  usualGapMs: number | null,
): number | null {
  const limit = silenceLimitMs(usualGapMs);
  if (spans === null) return lastAt === null || usualGapMs === null ? null : lastAt + limit;
  for (const span of spans) {
    const from = Math.max(span.fromAt, lastAt ?? span.fromAt);
    if (from + limit < span.toAt) return from + limit;
  }
  return null;
}
