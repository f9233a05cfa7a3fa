import { earliest, type Period } from '../period.ts';
import { addDays, weekdayOf } from '../zoned-time.ts';
import { type MonthStart, PERIOD_KINDS, periodOf } from './reporting-period.ts';

/** Periods a reader can choose by one day in them. */
export const CHOSEN_PERIODS = ['day', 'week', ...PERIOD_KINDS] as const;
export type ChosenPeriod = (typeof CHOSEN_PERIODS)[number];

/** P3: the period of a kind that a day falls into; null: after the nine months of its year. */
export function chosenPeriod(starts: MonthStart, kind: ChosenPeriod, day: string): Period | null {
  if (kind === 'day') return { from: day, to: day };
  if (kind === 'week') {
    const from = addDays(day, 1 - weekdayOf(day));
    return { from, to: addDays(from, 6) };
  }
  const found = periodOf(starts, kind, day);
  return found && { from: found.from, to: found.to };
}

/** The same date a year before; 28 February for 29 February. */
function yearBefore(day: string): string {
  const date = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return date.endsWith('-02-29') ? `${date.slice(0, 8)}28` : date;
}

const daysIn = ({ from, to }: Period): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;

/** Far enough inside a month of reports that a year earlier the day lies in the month of the same name. */
const INSIDE = 13;

/**
 * P3, P4: the period just before one of the same kind (`kind` null: of the same length), and the same one of the year
 * before (a week: 52 weeks before). While a period runs, as many days of the earlier one are taken as have begun.
 */
export function earlierPeriods(
  starts: MonthStart,
  kind: ChosenPeriod | null,
  period: Period,
  today: string,
): { previous: Period; lastYear: Period } {
  const days = daysIn(period);
  const just = { from: addDays(period.from, -days), to: addDays(period.from, -1) };
  const lastYear = ofLastYear(starts, kind, period);
  const isNamed = kind !== null && kind !== 'day' && kind !== 'week';
  // The nine months before some are those of the year before.
  const previous = isNamed ? (chosenPeriod(starts, kind, just.to) ?? lastYear) : just;
  if (today < period.from || today >= period.to) return { previous, lastYear };
  const begun = daysIn({ from: period.from, to: today });
  const cut = ({ from, to }: Period): Period => ({ from, to: earliest(to, addDays(from, begun - 1)) });
  return { previous: cut(previous), lastYear: cut(lastYear) };
}

function ofLastYear(starts: MonthStart, kind: ChosenPeriod | null, { from, to }: Period): Period {
  if (kind === 'week') return { from: addDays(from, -364), to: addDays(to, -364) };
  if (kind === null || kind === 'day') return { from: yearBefore(from), to: yearBefore(to) };
  return (
    chosenPeriod(starts, kind, yearBefore(addDays(from, INSIDE))) ?? {
      from: yearBefore(from),
      to: yearBefore(to),
    }
  );
}
