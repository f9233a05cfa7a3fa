import { isLow } from '../rating-level.ts';
import { cutToHalfHour, hiddenInside } from '../rating-stream.ts';
import type { Span } from '../settings.ts';
import type { QuietSources } from '../silence.ts';
import type { UnitReading } from '../unit-reading.ts';
import type { RatingEntry, UnitState } from '../unit-state.ts';

type Count = readonly [n: number, of: number];

/**
 * What the rules of alerts read of a unit: the numbers of its boards, with instants in the place of ages, so that one
 * reading serves every instant until the next. Null is "not known", never 0.
 */
export type AlertReading = {
  queue: 'machine' | 'paper' | 'none';
  /** Opening spans of the day; null: none known. */
  spans: readonly Span[] | null;
  waiting: number | null;
  waitingSince: number | null;
  openCounters: number | null;
  within: Count;
  satisfied: Count;
  onTime: Count;
  silentFrom: number | null;
  heardAt: number | null;
  /** G13: when ratings and dossiers were last heard, and from when on their quiet is silence. */
  quiet: QuietSources;
  /** The open counter that has stood idle longest while somebody waits whom it serves, and since when. */
  idle: { counter: string; since: number } | null;
  /** Instants of today's low ratings that the unit itself may see, in order, cut to the half hour with their true one. */
  lows: readonly LowRating[];
  overdue: number;
  dueToday: number;
  targets: { within: number; satisfied: number; onTime: number };
  /** AA14: pages of the book that are unseen for too long. */
  unseen: Unkept;
  /** AA15: apologies that have been owed for too long. */
  owed: Unkept;
};

/** How many things have waited too long, the longest of them since when; null: nothing has. */
export type Unkept = { n: number; since: number } | null;

/** The part that live memory knows. */
export type LiveReading = Omit<AlertReading, 'unseen' | 'owed'>;

export type LowRating = { at: number; shownAt: number };

/** AA9: low ratings that count: those that B5 hides inside the unit are left out until they are shown there. */
export function lowRatings(
  ratings: readonly RatingEntry[],
  spans: readonly Span[] | null,
  at: number,
): LowRating[] {
  const hidden = hiddenInside(ratings, spans, at);
  return ratings
    .filter((entry) => isLow(entry.rating.level) && !hidden.has(entry))
    .map(({ rating }) => ({ at: rating.at, shownAt: cutToHalfHour(rating.at) }))
    .sort((a, b) => a.at - b.at);
}

/**
 * The counter that is open, has nobody, and has stood so longest while somebody waits whom it serves. Who is on hold
 * fills in a form and is nobody's to call.
 */
export function idleCounter(unit: UnitState, reading: UnitReading): AlertReading['idle'] {
  const callable = reading.waiting.filter(({ ticket }) => ticket.state === 'waiting');
  if (callable.length === 0) return null;
  const busy = new Set(reading.atCounter.map(({ ticket }) => ticket.counter));
  const lastEnd = new Map<string, number>();
  for (const { ticket } of unit.tickets.values()) {
    const { counter, endedAt } = ticket;
    if (counter !== null && endedAt !== null)
      lastEnd.set(counter, Math.max(endedAt, lastEnd.get(counter) ?? endedAt));
  }
  let idle: AlertReading['idle'] = null;
  for (const [counter, { state, at, services }] of unit.counters) {
    if (state !== 'open' || busy.has(counter)) continue;
    const waitingSince = callable
      .filter(
        ({ ticket }) =>
          (services.length === 0 || services.includes(ticket.service)) &&
          (ticket.toCounter === null || ticket.toCounter === counter),
      )
      .reduce((least, { ticket }) => Math.min(least, ticket.waitingSinceAt), Number.POSITIVE_INFINITY);
    if (waitingSince === Number.POSITIVE_INFINITY) continue;
    const since = Math.max(at, lastEnd.get(counter) ?? at, waitingSince);
    // The name decides between two that began at once, so that the answer never depends on the order of arrival.
    if (idle === null || since < idle.since || (since === idle.since && counter < idle.counter))
      idle = { counter, since };
  }
  return idle;
}
