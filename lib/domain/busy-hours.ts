import { weekdayOf } from './zoned-time.ts';

/** Mean arrivals by weekday (1 Monday … 7) and hour, with the number of days that had any. */
export type BusyHours = { days: Record<number, number>; means: Record<number, Record<number, number>> };

/** V4: the mean over the days of each weekday that had arrivals at all; closed days do not thin it out. */
export function busyHours(series: readonly { bucket: string; value: number | null }[]): BusyHours {
  const byDay = new Map<string, Map<number, number>>();
  for (const { bucket, value } of series) {
    if (value === null || value === 0) continue;
    const day = bucket.slice(0, 10);
    const hours = byDay.get(day) ?? new Map<number, number>();
    hours.set(Number(bucket.slice(11, 13)), value);
    byDay.set(day, hours);
  }
  const days: Record<number, number> = {};
  const sums: Record<number, Record<number, number>> = {};
  for (const [day, hours] of byDay) {
    const weekday = weekdayOf(day);
    days[weekday] = (days[weekday] ?? 0) + 1;
    for (const [hour, value] of hours) {
      const row = sums[weekday] ?? {};
      row[hour] = (row[hour] ?? 0) + value;
      sums[weekday] = row;
    }
  }
  const means: Record<number, Record<number, number>> = {};
  for (const [weekday, row] of Object.entries(sums))
    means[Number(weekday)] = Object.fromEntries(
      Object.entries(row).map(([hour, sum]) => [hour, sum / (days[Number(weekday)] ?? 1)]),
    );
  return { days, means };
}
