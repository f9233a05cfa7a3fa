import { addWorking, type Opening, workingBetween } from '../calendar/working-time.ts';
import { endOfDay, localDay, monthOf } from '../zoned-time.ts';
import type { UnitDossiers } from './unit-dossiers.ts';

const SOON_MS = 8 * 3_600_000;
/** Where no calendar is known a working day is a day. */
const SOON_UNKNOWN_MS = 24 * 3_600_000;

/**
 * F18: the dossiers of a unit at an instant. What lies with the applicant in time is neither overdue nor due; `dueSoon`
 * is of those that are not late and contains most of those due today. `notCollected` null: the unit never
 * tells when something is handed out.
 */
export type DossierReading = {
  open: number;
  overdue: number;
  dueToday: number;
  dueSoon: number;
  awaitingSupplement: number;
  unaccepted: number;
  settledToday: number;
  notCollected: number | null;
  onTimeMonth: [n: number, of: number];
  /** The next instant at which time alone changes this reading. */
  nextChangeAt: number;
};

/** F18: until when what is due is due soon. */
export const soonUntil = (opening: Opening, at: number): number =>
  addWorking(opening, at, SOON_MS) ?? at + SOON_UNKNOWN_MS;

/** F18: reads what is live at an instant; `opening` says what the next working hours are. */
export function readDossiers(dossiers: UnitDossiers, opening: Opening, at: number): DossierReading {
  const { zone } = opening;
  const day = localDay(zone, at);
  const soon = soonUntil(opening, at);
  const reading: DossierReading = {
    open: 0,
    overdue: 0,
    dueToday: 0,
    dueSoon: 0,
    awaitingSupplement: 0,
    unaccepted: 0,
    settledToday: 0,
    notCollected: dossiers.collected > 0 ? dossiers.settled - dossiers.collected : null,
    onTimeMonth: [...(dossiers.months.get(monthOf(day)) ?? ([0, 0] as const))],
    nextChangeAt: endOfDay(zone, day),
  };
  let nextDue = Number.POSITIVE_INFINITY;
  const consider = (instant: number | null): void => {
    if (instant !== null && instant > at && instant < reading.nextChangeAt) reading.nextChangeAt = instant;
  };
  for (const dossier of dossiers.live.values()) {
    const { submittedAt, receivedAt, openUntil, decidedAt, lateFrom, dueAt } = dossier;
    if (receivedAt !== null && decidedAt !== null && localDay(zone, decidedAt) === day)
      reading.settledToday += 1;
    consider(submittedAt);
    consider(receivedAt);
    consider(openUntil);
    if (receivedAt === null || receivedAt > at) {
      if (submittedAt !== null && submittedAt <= at) reading.unaccepted += 1;
      continue;
    }
    if (openUntil !== null && openUntil <= at) continue;
    reading.open += 1;
    consider(lateFrom);
    if (dossier.awaiting) reading.awaitingSupplement += 1;
    if (lateFrom !== null && lateFrom <= at) reading.overdue += 1;
    else if (lateFrom !== null && dueAt !== null) {
      if (dossier.dueDay === day) reading.dueToday += 1;
      if (dueAt <= soon) reading.dueSoon += 1;
      else nextDue = Math.min(nextDue, dueAt);
    }
  }
  // Only what comes near before the next change anyway is worth the way to its date.
  if (nextDue <= soonUntil(opening, reading.nextChangeAt)) consider(soonAt(opening, at, soon, nextDue));
  return reading;
}

// When so much working time has passed that the window of the next hours reaches a due date.
function soonAt(opening: Opening, at: number, soon: number, dueAt: number): number {
  const left = workingBetween(opening, soon, dueAt);
  return addWorking(opening, at, Math.max(1, left)) ?? at + (dueAt - soon);
}
