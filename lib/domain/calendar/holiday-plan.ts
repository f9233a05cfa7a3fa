import { datedSetOf, weeklySetOf } from '../settings.ts';
import type { SessionDefinition, Tree } from '../tree.ts';
import { weekdayOf } from '../zoned-time.ts';
import type { PublicHoliday } from './public-holidays.ts';

/**
 * What a public holiday becomes in an area: `heldBy` the area that has set that day already, which is left as it is;
 * `sessions` what there is to set, null where there is nothing (held, or a make-up day of unknown hours).
 */
export type PlannedHoliday = PublicHoliday & { heldBy: string | null; sessions: SessionDefinition | null };

/** C9: the public holidays as dated sessions of an area; a day that it or an area above has set is never set again. */
export const plannedHolidays = (
  tree: Tree,
  code: string,
  holidays: readonly PublicHoliday[],
): PlannedHoliday[] =>
  holidays.map((holiday) => {
    const heldBy = datedSetOf(tree, code, holiday.day)?.area ?? null;
    return { ...holiday, heldBy, sessions: heldBy === null ? sessionsFor(tree, code, holiday) : null };
  });

function sessionsFor(tree: Tree, area: string, holiday: PublicHoliday): SessionDefinition | null {
  const { day, kind, name, source, inPlaceOf } = holiday;
  const set = { area, scope: 'day', fromDay: day, source: `${name.vi} · ${source}` } as const;
  if (kind !== 'makeUp' || inPlaceOf === null) return { ...set, spans: [] };
  const spans = (weeklySetOf(tree, area, inPlaceOf)?.spans ?? [])
    .filter(({ weekday }) => weekday === weekdayOf(inPlaceOf))
    .map(({ weekday: _, ...span }) => span);
  return spans.length === 0 ? null : { ...set, spans };
}
