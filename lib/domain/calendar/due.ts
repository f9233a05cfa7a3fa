import type { ProcedureDefinition } from '../tree.ts';
import { instantOf, localDay } from '../zoned-time.ts';
import { addWorking, addWorkingDays, closingOf, type Opening } from './working-time.ts';

const HOUR_MS = 3_600_000;

export type Limit = ProcedureDefinition['limit'];

/** C4: when a dossier received at an instant is due. null: the unit's calendar does not say. */
export function dueOf(opening: Opening, receivedAt: number, limit: Limit): number | null {
  const day = localDay(opening.zone, receivedAt);
  switch (limit.kind) {
    case 'hours':
      return addWorking(opening, receivedAt, limit.hours * HOUR_MS);
    case 'days':
      return closing(opening, addWorkingDays(opening, day, limit.days));
    case 'sameDay': {
      const works = opening.spansOf(day).length > 0;
      // Work may end before the cut-off does, as on a Saturday.
      const until = Math.min(instantOf(opening.zone, day, limit.cutOff), closingOf(opening, day));
      return closing(opening, works && receivedAt <= until ? day : addWorkingDays(opening, day, 1));
    }
  }
}

const closing = (opening: Opening, day: string | null): number | null =>
  day === null ? null : closingOf(opening, day);
