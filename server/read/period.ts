import { type ChosenPeriod, chosenPeriod, earlierPeriods } from '../../lib/domain/calendar/earlier-period.ts';
import { calendarMonths, reportingMonths } from '../../lib/domain/calendar/reporting-period.ts';
import type { Period } from '../../lib/domain/period.ts';
import { lineOf, type Tree } from '../../lib/domain/tree.ts';
import type { PeriodAnswer } from '../../lib/wire/reads.ts';

export type PeriodQuestion = {
  /** A kind and a day in it, or the days themselves. */
  chosen: { kind: ChosenPeriod; day: string } | Period;
  months: 'calendar' | 'reports';
  today: string;
};

/** The days of a period as a reader chooses it, and those it is compared with (P3, P4); null: no such period there. */
export function period(
  tree: Tree,
  code: string,
  { chosen, months, today }: PeriodQuestion,
): PeriodAnswer | null {
  const starts = months === 'reports' ? reportingMonths(tree, code) : calendarMonths;
  const kind = 'kind' in chosen ? chosen.kind : null;
  const days = 'kind' in chosen ? chosenPeriod(starts, chosen.kind, chosen.day) : chosen;
  if (!days) return null;
  return {
    kind: kind ?? 'own',
    ...days,
    running: days.from <= today && today <= days.to,
    ...earlierPeriods(starts, kind, days, today),
    today,
    ownMonths: lineOf(tree, code).some((area) => tree.reportingPeriods.has(area.code)),
  };
}
