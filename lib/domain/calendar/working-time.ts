import type { Span } from '../settings.ts';
import { addDays, endOfDay, localDay } from '../zoned-time.ts';

/** When a unit is open: its zone, and its opening spans of a local day in order (none: closed that day). */
export type Opening = { zone: string; spansOf(day: string): readonly Span[] };

/** So many days without an opening in a row are no calendar; nothing is said from there on. */
const MOST_CLOSED_DAYS = 400;

/** C1: overlapping spans count once; one that touches the next goes on in it. */
function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const { fromAt, toAt } of spans.toSorted((a, b) => a.fromAt - b.fromAt)) {
    const last = apart.at(-1);
    if (last && fromAt <= last.toAt) apart[apart.length - 1] = { ...last, toAt: Math.max(last.toAt, toAt) };
    else if (fromAt < toAt) apart.push({ fromAt, toAt });
  }
  return apart;
}

/** Opening spans from an instant on, day after day; ends where there is no calendar. */
export function* spansFrom({ zone, spansOf }: Opening, at: number): Generator<Span, void> {
  let day = localDay(zone, at);
  for (let closed = 0; closed < MOST_CLOSED_DAYS; day = addDays(day, 1)) {
    const spans = merged(spansOf(day));
    closed = spans.length === 0 ? closed + 1 : 0;
    for (const span of spans) if (span.toAt > at) yield { ...span, fromAt: Math.max(span.fromAt, at) };
  }
}

/** C1: working milliseconds that some opening spans hold between two instants. */
export const openBetween = (spans: readonly Span[], fromAt: number, toAt: number): number =>
  merged(spans).reduce(
    (total, span) => total + Math.max(0, Math.min(span.toAt, toAt) - Math.max(span.fromAt, fromAt)),
    0,
  );

/** Working milliseconds between two instants; 0 when the second is not later. */
export function workingBetween(opening: Opening, fromAt: number, toAt: number): number {
  let total = 0;
  if (toAt <= fromAt) return total;
  for (const span of spansFrom(opening, fromAt)) {
    if (span.fromAt >= toAt) break;
    total += Math.min(span.toAt, toAt) - span.fromAt;
  }
  return total;
}

/**
 * C2: the instant at which so many working milliseconds have passed. It lies inside an opening or at its end; nothing
 * to wait for is the first instant of work. null: the unit has no calendar that far.
 */
export function addWorking(opening: Opening, fromAt: number, ms: number): number | null {
  let left = ms;
  for (const span of spansFrom(opening, fromAt)) {
    const length = span.toAt - span.fromAt;
    if (left <= length) return span.fromAt + left;
    left -= length;
  }
  return null;
}

/**
 * C2: the latest instant since which so many working milliseconds have passed until `toAt`; it lies inside an opening
 * or at its beginning. null: the unit has no calendar that far back.
 */
export function workingAgo(opening: Opening, toAt: number, ms: number): number | null {
  let left = ms;
  let day = localDay(opening.zone, toAt);
  for (let closed = 0; closed < MOST_CLOSED_DAYS; day = addDays(day, -1)) {
    const spans = merged(opening.spansOf(day));
    closed = spans.length === 0 ? closed + 1 : 0;
    for (const { fromAt, toAt: endAt } of spans.toReversed()) {
      const length = Math.max(0, Math.min(endAt, toAt) - fromAt);
      if (left <= length) return fromAt + length - left;
      left -= length;
    }
  }
  return null;
}

const isWorkingDay = ({ spansOf }: Opening, day: string): boolean => merged(spansOf(day)).length > 0;

/** C3: the day itself is not counted; the last of `n` working days after it. null: no calendar that far. */
export function addWorkingDays(opening: Opening, day: string, n: number): string | null {
  let reached = day;
  let counted = 0;
  for (let closed = 0; counted < n && closed < MOST_CLOSED_DAYS; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(opening, reached)) [counted, closed] = [counted + 1, 0];
    else closed += 1;
  }
  return counted < n ? null : reached;
}

/** The end of the last opening of a local day; where none is known, the end of the day. */
export function closingOf(opening: Opening, day: string): number {
  return merged(opening.spansOf(day)).at(-1)?.toAt ?? endOfDay(opening.zone, day);
}
