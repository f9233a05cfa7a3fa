import { calendarMonths, type NamedPeriod, periodOf } from '../calendar/reporting-period.ts';
import type { Period } from '../period.ts';
import { addDays } from '../zoned-time.ts';

/** O3: what figures of one person are told of: nothing shorter than a month. */
const KINDS = { month: 1, quarter: 3, half: 6, year: 12 } as const;
type OfficerPeriodKind = keyof typeof KINDS;

/** A period by its name (`2026-10`, `2026-Q3`, `2026-H1`, `2026`), with its calendar months in order. */
export type OfficerPeriod = Period & { name: string; months: Period[] };

const NAME = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/;

const two = (n: number): string => String(n).padStart(2, '0');

/** O3: the period of this name; null: it is none. Calendar months, whatever the cut days of reports. */
export function officerPeriod(name: string): OfficerPeriod | null {
  const [, year, month, quarter, half] = NAME.exec(name) ?? [];
  if (year === undefined) return null;
  const kind: OfficerPeriodKind = month ? 'month' : quarter ? 'quarter' : half ? 'half' : 'year';
  const length = KINDS[kind];
  const nth = Number(month ?? quarter ?? half ?? 1);
  const found = periodOf(calendarMonths, kind, `${year}-${two((nth - 1) * length + 1)}-01`);
  return found && { name, from: found.from, to: found.to, months: monthsOf(found) };
}

function monthsOf({ from, to }: Period): Period[] {
  const months: Period[] = [];
  for (let day = from; day <= to; ) {
    const month = periodOf(calendarMonths, 'month', day);
    if (!month) break;
    months.push({ from: month.from, to: month.to });
    day = addDays(month.to, 1);
  }
  return months;
}

/** O3: whether a period is over: looked at on two days, a running one would tell what came between. */
export const hasEnded = ({ to }: Period, today: string): boolean => to < today;

/** Names of periods that are over, the newest first: of each kind those of the last `months` months. */
export function endedPeriods(today: string, months: number): string[] {
  const kinds = Object.keys(KINDS) as OfficerPeriodKind[];
  return kinds.flatMap((kind) => {
    const names: string[] = [];
    let running = periodOf(calendarMonths, kind, today);
    for (let left = months; running && left > 0; left -= KINDS[kind]) {
      running = periodOf(calendarMonths, kind, addDays(running.from, -1));
      if (running) names.push(nameOf(running));
    }
    return names;
  });
}

function nameOf({ kind, year, n }: NamedPeriod): string {
  if (kind === 'month') return `${year}-${two(n)}`;
  if (kind === 'year') return String(year);
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${n}`;
}
