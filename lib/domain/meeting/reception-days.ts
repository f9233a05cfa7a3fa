import type { ReceptionWhen } from '../events/meeting.ts';
import { addDays, weekdayOf } from '../zoned-time.ts';

/** A reception as far as its days go. */
export type Reception = {
  when: ReceptionWhen;
  toClock: string;
  fromDay: string;
  /** Null: without an end. */
  lastDay: string | null;
};

/** PC7: its days from `today` on, at most `most` of them within `within` days; one whose hours are over at `clock` is past. */
export function receptionDays(
  { when, toClock, fromDay, lastDay }: Reception,
  today: string,
  clock: string,
  { most, within }: { most: number; within: number },
): string[] {
  const days: string[] = [];
  for (let ahead = 0; ahead < within && days.length < most; ahead += 1) {
    const day = addDays(today, ahead);
    if (lastDay !== null && day > lastDay) break;
    if (day < fromDay || !fallsOn(when, day)) continue;
    if (ahead === 0 && toClock <= clock) continue;
    days.push(day);
  }
  return days;
}

function fallsOn(when: ReceptionWhen, day: string): boolean {
  switch (when.kind) {
    case 'weekly':
      return weekdayOf(day) === when.weekday;
    case 'monthly':
      return when.daysOfMonth.includes(Number(day.slice(8)));
    case 'days':
      return when.days.includes(day);
  }
}
