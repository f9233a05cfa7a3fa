import type { ToldDue } from '../dossier/dossier-fact.ts';
import type { Due } from '../dossier/due.ts';
import { localClock, localDay } from '../zoned-time.ts';
import type { ApologyLetter } from './letter.ts';
import type { PromisedMoment } from './official-date.ts';

type LateState = Extract<ApologyLetter, { kind: 'late' }>['state'];

type Judged = {
  state: 'submitted' | 'pending' | 'open' | 'settled';
  due: Due | null;
  /** Open past its due date, or settled late; null: not judged. */
  late: boolean | null;
  handler: string | null;
  unit: string;
};

/**
 * AL16: a letter may be drafted for what is open past its due date, was settled late, or is open and will not be in time.
 * Whoever has no due date, or has the dossier lying with the applicant, was promised nothing that is being broken.
 */
export function lateStateOf({
  state,
  due,
  late,
  handler,
  unit,
}: Judged): LateState | 'not_owed' | 'no_due_date' {
  if (state === 'submitted' || state === 'pending') return 'not_owed';
  if (due === null) return 'no_due_date';
  if (late === null) return 'not_owed';
  if (state === 'settled') return late ? 'settled_late' : 'not_owed';
  if (!late) return 'will_be_late';
  return handler !== null && handler !== unit ? 'with_handler' : 'in_process';
}

/** A due date as a letter names it. */
export const momentOfDue = ({ at, day, kind }: Due, zone: string): PromisedMoment => ({
  day,
  time: kind === 'day' ? null : localClock(zone, at),
});

/** The same of a date as it was told. */
export const momentOfTold = (told: ToldDue, zone: string): PromisedMoment =>
  typeof told === 'string'
    ? { day: told, time: null }
    : { day: localDay(zone, told), time: localClock(zone, told) };
