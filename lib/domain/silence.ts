import { type Opening, spansFrom } from './calendar/working-time.ts';
import type { Span } from './settings.ts';
import type { SignalKind, UnitState } from './unit-state.ts';

const LEAST_MS = 15 * 60_000;

/** Usual gaps between signs of a unit's sources, in ms; absent: no pattern is known. */
export type UsualGaps = Partial<Record<SignalKind, number>>;

/** Silence that means something for a source whose usual gap (ms) is known or not: max(15 min, 3 × that). */
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

/** What is told more seldom than numbers are called: its gaps may be longer than a session, or than a day. */
export const SELDOM_KINDS = ['ratings', 'dossiers'] as const;
export type SeldomKind = (typeof SELDOM_KINDS)[number];

/** When a kind of source was last heard, and from when on its quiet is silence. */
export type Quiet = { heardAt: number; from: number };
export type QuietSources = Partial<Record<SeldomKind, Quiet>>;

/**
 * G13: the instant from which a seldom source is silent: opening time since it was heard is counted over sessions and
 * days, and in the first minutes of a session nobody is called silent. `opening` null: no sessions are known, and the
 * clock counts. null: there is no calendar that far.
 */
function quietFrom(heardAt: number, opening: Opening | null, usualGapMs: number): number | null {
  let left = silenceLimitMs(usualGapMs);
  if (opening === null) return heardAt + left;
  for (const { fromAt, toAt } of spansFrom(opening, heardAt)) {
    const from = fromAt + Math.max(left, LEAST_MS);
    if (from < toAt) return from;
    left = Math.max(0, left - (toAt - fromAt));
  }
  return null;
}

/** G13: the seldom sources of a unit that have a pattern of their own; what was never told is not silent. */
export function quietSources(
  { signals }: Pick<UnitState, 'signals'>,
  { spans, opening, usualGaps }: { spans: readonly Span[] | null; opening: Opening; usualGaps: UsualGaps },
): QuietSources {
  const quiet: QuietSources = {};
  for (const kind of SELDOM_KINDS) {
    const heardAt = signals.get(kind);
    const gap = usualGaps[kind];
    if (heardAt === undefined || gap === undefined) continue;
    const from = quietFrom(heardAt, spans === null ? null : opening, gap);
    if (from !== null) quiet[kind] = { heardAt, from };
  }
  return quiet;
}
