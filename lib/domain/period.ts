import { addDays, monthOf, weekdayOf } from './zoned-time.ts';

/** Local days, both inclusive. */
export type Period = { from: string; to: string };

export const BUCKETS = ['half_hour', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The earliest of some days; '' of none. */
export const earliest = (...days: readonly string[]): string => days.toSorted()[0] ?? '';

const two = (n: number): string => String(n).padStart(2, '0');

/** P1: the bucket a local day and half hour fall into, named by its local start: 'YYYY-MM-DD', within a day 'YYYY-MM-DDTHH:MM'. */
export function bucketOf(bucket: Bucket, day: string, halfHour: number): string {
  switch (bucket) {
    case 'half_hour':
      return `${day}T${two(Math.floor(halfHour / 2))}:${halfHour % 2 === 0 ? '00' : '30'}`;
    case 'hour':
      return `${day}T${two(Math.floor(halfHour / 2))}:00`;
    case 'day':
      return day;
    case 'week':
      return addDays(day, 1 - weekdayOf(day));
    case 'month':
      return monthOf(day);
    case 'quarter': {
      const month = Number(day.slice(5, 7));
      return `${day.slice(0, 5)}${two(month - ((month - 1) % 3))}-01`;
    }
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}

/** Every bucket that a period touches, in order; null when there are more than `most`. */
export function bucketsBetween({ from, to }: Period, bucket: Bucket, most: number): string[] | null {
  const step = bucket === 'half_hour' ? 1 : 2;
  const halfHours =
    bucket === 'half_hour' || bucket === 'hour' ? Array.from({ length: 48 / step }, (_, i) => i * step) : [0];
  const buckets: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (const halfHour of halfHours) {
      const next = bucketOf(bucket, day, halfHour);
      if (next === buckets.at(-1)) continue;
      if (buckets.length === most) return null;
      buckets.push(next);
    }
  }
  return buckets;
}

const nextMonth = (day: string): string => monthOf(addDays(monthOf(day), 31));

/**
 * P2: the coarsest rollups that fit a period: whole calendar months that ended before `today`, the rest by days. The
 * current month is read by days, because only a day's cell tells whether its open tickets are still waiting.
 */
export function coarsest({ from, to }: Period, today: string): { months: Period | null; days: Period[] } {
  const first = from === monthOf(from) ? from : nextMonth(from);
  const endMonth = nextMonth(to) === addDays(to, 1) ? nextMonth(to) : monthOf(to);
  const end = earliest(endMonth, monthOf(today));
  if (first >= end) return { months: null, days: [{ from, to }] };
  const days = [
    { from, to: addDays(first, -1) },
    { from: end, to },
  ].filter((part) => part.from <= part.to);
  return { months: { from: first, to: addDays(end, -1) }, days };
}
