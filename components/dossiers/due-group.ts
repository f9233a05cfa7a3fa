import { secondsLeft } from '../../lib/domain/calendar/countdown.ts';
import { daysBetween } from '../../lib/domain/zoned-time.ts';
import type { DossierLine } from '../../lib/wire/dossier-reads.ts';

/** What a list of dossiers is grouped into by due date, in the order in which somebody has to look. */
export const DUE_GROUPS = [
  'beforeClosing',
  'over30',
  'over10',
  'over3',
  'over0',
  'today',
  'soon',
  'later',
  'awaiting',
  'unaccepted',
  'noDue',
  'pending',
  'settled',
] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** F18: due soon is due within so many working hours. */
const SOON_SECONDS = 8 * 3600;

/** F11, F18: where a dossier stands at an instant (epoch ms) on a local day, as far as its due date goes. */
export function dueGroup(line: DossierLine, now: number, day: string): DueGroup {
  if (line.state === 'settled') return 'settled';
  if (line.state === 'submitted') return 'unaccepted';
  if (line.state === 'pending') return 'pending';
  if (line.dueDay === null) return 'noDue';
  if (line.lateFrom !== null && Date.parse(line.lateFrom) <= now)
    return overdueGroup(daysBetween(line.dueDay, day));
  if (line.awaitingSince !== null) return 'awaiting';
  if (line.dueDay === day) return 'beforeClosing';
  return line.countdown !== null && secondsLeft(line.countdown, now) <= SOON_SECONDS ? 'soon' : 'later';
}

function overdueGroup(days: number): DueGroup {
  if (days > 30) return 'over30';
  if (days > 10) return 'over10';
  if (days > 3) return 'over3';
  return days > 0 ? 'over0' : 'today';
}
