import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { simulatedSource } from '../../lib/domain/simulation/shift-events.ts';
import { simulateInspections } from '../../lib/domain/simulation/simulate-inspections.ts';
import { type Tree, unitsBelow } from '../../lib/domain/tree.ts';
import type { BackFill } from './back-fill.ts';
import { plannedOpening } from './dossier-plan.ts';
import { runOf } from './run-of.ts';
import { tellHistory } from './told-history.ts';

/** Some months, so that totals of a year have something to say. */
const LOOK_BACK_DAYS = 150;

/** Everything that becomes of the inspections that began, or were planned, below `root` on a local day. */
export function planInspections(tree: Tree, root: string, day: string, seed: number): SourceEvent[] {
  const areas = unitsBelow(tree, root).flatMap((code) => tree.areas.get(code) ?? []);
  const source = simulatedSource(runOf(day, seed));
  return areas.flatMap((area) =>
    simulateInspections({ unit: area.code, day, opening: plannedOpening(tree, area), seed, source }),
  );
}

/** The inspections of the months before, oldest first. */
export const tellInspectionHistory = (fill: BackFill) => tellHistory(fill, planInspections, LOOK_BACK_DAYS);
