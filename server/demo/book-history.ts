import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { simulatedSource } from '../../lib/domain/simulation/shift-events.ts';
import { simulateBook } from '../../lib/domain/simulation/simulate-book.ts';
import { type Tree, unitsBelow } from '../../lib/domain/tree.ts';
import type { BackFill } from './back-fill.ts';
import { plannedOpening } from './dossier-plan.ts';
import { runOf } from './run-of.ts';
import { tellHistory } from './told-history.ts';

/** Six weeks of pages; the steps of one end within two. */
const LOOK_BACK_DAYS = 42;

/** Everything that becomes of the pages that the units below `root` wrote on a local day. */
export function planBook(tree: Tree, root: string, day: string, seed: number): SourceEvent[] {
  const areas = unitsBelow(tree, root).flatMap((code) => tree.areas.get(code) ?? []);
  const source = simulatedSource(runOf(day, seed));
  return areas.flatMap((area) =>
    simulateBook({ unit: area.code, day, opening: plannedOpening(tree, area), seed, source }),
  );
}

/** The books of the weeks before, oldest first, since the log numbers their pages in its own order (N1). */
export const tellBookHistory = (fill: BackFill) => tellHistory(fill, planBook, LOOK_BACK_DAYS);
