import { sessionsOf } from '../../lib/domain/settings.ts';
import { clockOf } from '../../lib/domain/simulation/simulate-day.ts';
import type { AreaDefinition, SessionDefinition, Tree } from '../../lib/domain/tree.ts';
import { endOfDay, localDay, startOfDay } from '../../lib/domain/zoned-time.ts';

const HALF_HOUR = 30 * 60_000;
const BEFORE_MS = 6 * HALF_HOUR;
const AFTER_MS = 10 * HALF_HOUR;

/**
 * The sessions of today that let a demonstration go on at `now`: null where the city is open anyway for another half
 * hour. A session is added from about three hours ago to five hours ahead, never over one that began before and
 * never over midnight, so that what was told of the others stays as it is.
 */
export function sessionsToOpen(tree: Tree, root: AreaDefinition, now: number): SessionDefinition | null {
  const { code, timezone } = root;
  const day = localDay(timezone, now);
  const spans = sessionsOf(tree, code, timezone, day) ?? [];
  const isOpen = (at: number): boolean => spans.some(({ fromAt, toAt }) => at >= fromAt && at < toAt);
  const midnight = startOfDay(timezone, day);
  const floored = (at: number): number => midnight + Math.floor((at - midnight) / HALF_HOUR) * HALF_HOUR;
  if (isOpen(now) && isOpen(now + HALF_HOUR)) return null;
  const begun = spans.filter(({ fromAt }) => fromAt <= now);
  const fromAt = Math.max(midnight, floored(now - BEFORE_MS), ...begun.map(({ toAt }) => toAt));
  const coming = spans.filter((span) => span.fromAt > now).map((span) => span.fromAt);
  const toAt = Math.min(floored(now + AFTER_MS), endOfDay(timezone, day), ...coming);
  if (toAt <= fromAt) return null;
  const opened = [...spans, { fromAt, toAt }].sort((a, b) => a.fromAt - b.fromAt);
  return {
    area: code,
    scope: 'day',
    fromDay: day,
    spans: opened.map((span) => ({
      from: clockOf(span.fromAt - midnight),
      to: clockOf(span.toAt - midnight),
    })),
    source: 'Ca trình diễn · demonstration',
  };
}
