import type { Period } from '../period.ts';
import { lineOf, type Tree } from '../tree.ts';
import { addDays } from '../zoned-time.ts';

export const PERIOD_KINDS = ['month', 'quarter', 'half', 'nineMonths', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A period that reports are made of, by its name: `n` is the month 1–12, quarter 1–4 or half 1–2 of the year, else 1. */
export type NamedPeriod = Period & { kind: PeriodKind; year: number; n: number };

/** The first local day of a month of reports; months count from January of year 0 as 0. */
export type MonthStart = (month: number) => string;

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, nineMonths: 9, year: 12 };

const dayOf = (month: number, date: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** Calendar months. */
export const calendarMonths: MonthStart = (month) => dayOf(month, 1);

/** C7: months of reports of an area, by its own cut days and those of its ancestors. */
export function reportingMonths(tree: Tree, code: string): MonthStart {
  // What overrides comes after what it overrides.
  const cuts = lineOf(tree, code)
    .toReversed()
    .flatMap((area) =>
      (tree.reportingPeriods.get(area.code) ?? []).toSorted((a, b) =>
        a.effectiveFrom < b.effectiveFrom ? -1 : 1,
      ),
    );
  return (month) => {
    let start = calendarMonths(month);
    for (const { cutDay, effectiveFrom } of cuts) {
      const cut = cutDay === 1 ? dayOf(month, 1) : dayOf(month - 1, cutDay);
      if (start >= effectiveFrom && cut >= effectiveFrom) start = cut;
    }
    return start;
  };
}

/** The month of reports that a day falls into: its calendar month or the next. */
function monthIn(starts: MonthStart, day: string): number {
  const calendar = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return day < starts(calendar + 1) ? calendar : calendar + 1;
}

function named(starts: MonthStart, kind: PeriodKind, first: number): NamedPeriod {
  const length = MONTHS[kind];
  return {
    kind,
    year: Math.floor(first / 12),
    n: (first % 12) / length + 1,
    from: starts(first),
    to: addDays(starts(first + length), -1),
  };
}

/** C7: the period of a kind that a day falls into; null: after the nine months of its year. */
export function periodOf(starts: MonthStart, kind: PeriodKind, day: string): NamedPeriod | null {
  const month = monthIn(starts, day);
  const ofYear = month % 12;
  if (kind === 'nineMonths') return ofYear < MONTHS.nineMonths ? named(starts, kind, month - ofYear) : null;
  return named(starts, kind, month - (ofYear % MONTHS[kind]));
}

/** C7: every period of a kind that a span of days touches, in order. */
export function periodsBetween(starts: MonthStart, kind: PeriodKind, { from, to }: Period): NamedPeriod[] {
  const periods: NamedPeriod[] = [];
  const step = kind === 'nineMonths' ? MONTHS.year : MONTHS[kind];
  const month = monthIn(starts, from);
  for (let first = month - (month % step); starts(first) <= to; first += step) {
    const period = named(starts, kind, first);
    if (period.to >= from) periods.push(period);
  }
  return periods;
}
