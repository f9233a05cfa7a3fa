import type { BusyHours } from './busy-hours.ts';

/** Of one weekday (1 Monday … 7): the hours with the fewest and the most arrivals, and of how many days that is told. */
export type QuietHours = { weekday: number; days: number; quiet: HourMean; busy: HourMean };
type HourMean = { hour: number; mean: number };

/** Fewer days of a weekday say nothing of the next. */
const FEWEST_DAYS = 3;

/** PC2: of each weekday with three days at least, among the hours in which anybody came. */
export function quietHours({ days, means }: BusyHours): QuietHours[] {
  return Object.entries(days).flatMap(([name, n]): QuietHours[] => {
    const weekday = Number(name);
    const hours = Object.entries(means[weekday] ?? {})
      .map(([hour, mean]): HourMean => ({ hour: Number(hour), mean }))
      .sort((a, b) => a.mean - b.mean || a.hour - b.hour);
    const [quiet] = hours;
    const busy = hours.at(-1);
    return n >= FEWEST_DAYS && quiet && busy && hours.length > 1 ? [{ weekday, days: n, quiet, busy }] : [];
  });
}
