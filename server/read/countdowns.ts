import { type Countdown, countdownOf } from '../../lib/domain/calendar/countdown.ts';
import { type Span, sessionsOf } from '../../lib/domain/settings.ts';
import { type Tree, zoneOf } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';

/** What is due later than this is told by its day; counting working hours so far ahead says nothing more. */
const FAR_AHEAD_MS = 14 * 86_400_000;

/** C6, C10: the working time from an instant until due dates of many dossiers; null: far ahead, or no hours known. */
export function countdowns(
  tree: Tree,
  at: number,
): (unit: string, sector: string | undefined, dueAt: number) => Countdown | null {
  // Lines of one unit share their days.
  const known = new Map<string, Span[] | null>();
  return (unit, sector, dueAt) => {
    if (dueAt - at > FAR_AHEAD_MS) return null;
    const zone = zoneOf(tree, unit);
    const sessions = (day: string): Span[] | null => {
      const key = JSON.stringify([unit, sector, day]);
      const held = known.get(key);
      if (held !== undefined) return held;
      const read = sessionsOf(tree, unit, zone, day, sector);
      known.set(key, read);
      return read;
    };
    if (sessions(localDay(zone, at)) === null) return null;
    return countdownOf({ zone, spansOf: (day) => sessions(day) ?? [] }, at, dueAt);
  };
}
