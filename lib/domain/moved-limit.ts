import { maxServiceMinutesOf } from './settings.ts';
import { lineOf, type ServiceDefinition, type Tree } from './tree.ts';
import { dayKey, type UnitState } from './unit-state.ts';

/** Before every day that anything is set for. */
const FIRST_DAY = '0001-01-01';

/** A limit of serving time, in minutes, that was `before` and would be `after` on a day whose tickets it has judged. */
export type MovedLimit = { unit: string; service: string; day: string; before: number; after: number };

/** Services with a limit of their own on the lines of an area, and the days from which each holds. */
function limitsOn(
  trees: readonly Tree[],
  code: string,
  only: string | null,
): ReadonlyMap<string, readonly string[]> {
  const limits = new Map<string, string[]>();
  const add = ({ service, effectiveFrom }: ServiceDefinition): void => {
    limits.set(service, [...(limits.get(service) ?? [FIRST_DAY]), effectiveFrom]);
  };
  for (const tree of trees)
    for (const area of lineOf(tree, code))
      for (const item of tree.services.get(area.code) ?? [])
        if (item.maxServiceMinutes !== undefined && item.service === (only ?? item.service)) add(item);
  return limits;
}

/**
 * G10: the first limit that a change of the tree would move for days of a unit that its rollups have judged; null:
 * none. Every day until `today` counts once the unit has told of its queue, a later one when somebody was served there
 * already (a booking served before its day). `only` names the one service that may have changed.
 */
export function movedLimit(
  before: Tree,
  after: Tree,
  unit: UnitState,
  today: string,
  only: string | null = null,
): MovedLimit | null {
  if (!unit.signals.has('queue')) return null;
  for (const [service, starts] of limitsOn([before, after], unit.code, only)) {
    const past = starts.filter((day) => day <= today);
    for (const day of [...past, ...judgedAfter(unit, service, today)]) {
      const was = maxServiceMinutesOf(before, unit.code, service, day);
      const would = maxServiceMinutesOf(after, unit.code, service, day);
      if (was !== would) return { unit: unit.code, service, day, before: was, after: would };
    }
  }
  return null;
}

function judgedAfter(unit: UnitState, service: string, today: string): string[] {
  const days: string[] = [];
  for (const [key, cell] of unit.days) {
    const day = key.slice(0, today.length);
    if (day > today && key === dayKey({ day, service }) && cell.serviceN + cell.suspect > 0) days.push(day);
  }
  return days;
}
