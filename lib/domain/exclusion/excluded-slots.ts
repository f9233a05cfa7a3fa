import { addDays, type LocalMoment, localMoment } from '../zoned-time.ts';

/** A noted period, epoch ms, its end outside. */
export type NotedPeriod = { fromAt: number; toAt: number };

/** V5: longer than this nothing was "noted" any more. */
const MOST_DAYS = 31;
const DAY_MS = 86_400_000;

/** The rule by which a note's period cannot be left out; null: it can. */
export function exclusionFault({ fromAt, toAt }: { fromAt: number; toAt: number | null }): string | null {
  if (toAt === null || toAt <= fromAt) return 'note_without_end';
  return toAt - fromAt > MOST_DAYS * DAY_MS ? 'note_too_long' : null;
}

/** V7: the first and last half hour, by local day, that a period touches. */
export function slotsOf(zone: string, { fromAt, toAt }: NotedPeriod): (LocalMoment & { last: number })[] {
  const first = localMoment(zone, fromAt);
  const last = localMoment(zone, toAt - 1);
  const slots: (LocalMoment & { last: number })[] = [];
  for (let { day } = first; day <= last.day; day = addDays(day, 1))
    slots.push({
      day,
      halfHour: day === first.day ? first.halfHour : 0,
      last: day === last.day ? last.halfHour : 47,
    });
  return slots;
}

/** V7: what periods of one unit cover, each half hour once: of visits half hours, of dossiers whole days. */
export type ExcludedSlots = { days: readonly string[]; covers(moment: LocalMoment): boolean };

/** V7: the union of some periods of a unit. */
export function excludedSlots(zone: string, periods: readonly NotedPeriod[]): ExcludedSlots {
  const halfHours = new Set<string>();
  const days = new Set<string>();
  for (const period of periods)
    for (const { day, halfHour, last } of slotsOf(zone, period)) {
      days.add(day);
      for (let slot = halfHour; slot <= last; slot += 1) halfHours.add(`${day}/${slot}`);
    }
  return {
    days: [...days].sort(),
    covers: ({ day, halfHour }) => halfHours.has(`${day}/${halfHour}`),
  };
}
