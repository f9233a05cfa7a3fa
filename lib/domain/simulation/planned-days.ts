import { addWorking, addWorkingDays, type Opening, workingBetween } from '../calendar/working-time.ts';
import { endOfDay, startOfDay } from '../zoned-time.ts';

/** The working days after a day. null: the calendar does not reach that far. */
export type PlannedDays = {
  /** The n-th working day; 0 is the day itself. */
  dayAfter(n: number): string | null;
  /** The instant at which a part (0–1) of the n-th working day's sessions is over. */
  at(n: number, part: number): number | null;
};

export function plannedDays(opening: Opening, day: string): PlannedDays {
  const dayAfter = (n: number): string | null => addWorkingDays(opening, day, n);
  return {
    dayAfter,
    at(n, part) {
      const reached = dayAfter(n);
      if (reached === null) return null;
      const from = startOfDay(opening.zone, reached);
      return addWorking(opening, from, part * workingBetween(opening, from, endOfDay(opening.zone, reached)));
    },
  };
}
