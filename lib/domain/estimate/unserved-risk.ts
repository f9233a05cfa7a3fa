import type { Span } from '../settings.ts';
import type { Line } from './line.ts';
import { estimateOf } from './today.ts';
import type { UnitWaits } from './unit-waits.ts';

/** Whom the end of the running session may leave unserved: from `low` to `high` people, most of them for `service`. */
export type UnservedRisk = { endAt: number; low: number; high: number; service: string };

const MINUTE = 60_000;

/** The risk is read at whole minutes, so that time changes it at instants that can be named. */
export const minuteAfter = (at: number): number => (Math.floor(at / MINUTE) + 1) * MINUTE;

/**
 * E8: of those who wait, whom the counters as they work now may not call before the session ends: at least those whose
 * range lies wholly after it, at most those whose range reaches beyond it. Who is still to come is not counted.
 */
export function unservedRisk(
  waits: UnitWaits,
  line: Line,
  spans: readonly Span[] | null,
  at: number,
): UnservedRisk | null {
  const endAt = spans?.find((span) => span.fromAt <= at && at < span.toAt)?.toAt;
  if (endAt === undefined) return null;
  const left = (endAt - (minuteAfter(at) - MINUTE)) / 1000;
  const late = line.waiting.flatMap((own) => {
    const range = estimateOf(waits, line, own);
    return range && range.highSec > left ? [{ service: own.service, surely: range.lowSec > left }] : [];
  });
  const counts = new Map<string, number>();
  for (const { service } of late) counts.set(service, (counts.get(service) ?? 0) + 1);
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (!most) return null;
  return { endAt, low: late.filter(({ surely }) => surely).length, high: late.length, service: most[0] };
}
