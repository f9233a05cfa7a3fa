import type { ConductPoint } from '../events/conduct.ts';
import { inForce } from '../settings.ts';
import { lineOf, type Tree } from '../tree.ts';
import { addDays } from '../zoned-time.ts';
import { isCondition } from './condition.ts';
import { FOUR_FOUR } from './default-sets.ts';

/** The code of conduct in force somewhere; `area` null: the product's own. */
export type ConductSet = {
  area: string | null;
  from: string | null;
  name: string;
  nameEn: string;
  points: readonly ConductPoint[];
};

const DEFAULT: ConductSet = { area: null, from: null, ...FOUR_FOUR };

/** S6: the nearest ancestor's code of conduct in force on the local day, whole; without one the product's own. */
export function conductSetOf(tree: Tree, code: string, day: string): ConductSet {
  for (const area of lineOf(tree, code)) {
    const set = inForce(
      tree.conductSets.get(area.code),
      (item) => item.effectiveFrom,
      day,
      () => true,
    );
    if (set) return { ...set, from: set.effectiveFrom };
  }
  return DEFAULT;
}

/** The days, inclusive, on which one code of conduct held in a unit. */
export type ConductSpan = { from: string; to: string; set: ConductSet };

/** The codes of conduct of a unit over days, one after another. */
export function conductSpans(tree: Tree, unit: string, from: string, to: string): ConductSpan[] {
  const changes = lineOf(tree, unit)
    .flatMap((area) => tree.conductSets.get(area.code) ?? [])
    .map((set) => set.effectiveFrom)
    .filter((day) => day > from && day <= to);
  const starts = [from, ...new Set(changes.sort())];
  return starts.map((day, index) => {
    const next = starts[index + 1];
    return {
      from: day,
      to: next === undefined ? to : addDays(next, -1),
      set: conductSetOf(tree, unit, day),
    };
  });
}

/** What a reason is by the code of conduct of its place and day; what neither knows is other, under its own name. */
export function groupOfReason(set: ConductSet, reason: string): 'conduct' | 'condition' | 'other' {
  if (isCondition(reason)) return 'condition';
  return set.points.some(({ point }) => point === reason) ? 'conduct' : 'other';
}
