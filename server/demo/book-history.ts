import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { simulatedSource } from '../../lib/domain/simulation/shift-events.ts';
import { simulateBook } from '../../lib/domain/simulation/simulate-book.ts';
import { type Tree, unitsBelow } from '../../lib/domain/tree.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { BackFill } from './back-fill.ts';
import { byTelling, daysOf, type PlannedEvent, toldOn } from './day-plan.ts';
import { plannedOpening } from './dossier-plan.ts';
import { submitAll } from './play.ts';
import { runOf } from './run-of.ts';

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

/**
 * Tells the books of the weeks before, oldest first, since the log numbers their pages in its own order (N1); what an
 * earlier start told is known to the log. Gives what happens in them today.
 */
export async function tellBookHistory({
  tree,
  root,
  today,
  seed,
  submit,
  perSecond,
  signal,
}: BackFill): Promise<{ coming: PlannedEvent[]; stored: number }> {
  const todayOf = daysOf(tree, today);
  const events: SourceEvent[] = [];
  for (let back = LOOK_BACK_DAYS; back >= 0; back -= 1)
    events.push(...planBook(tree, root.code, addDays(today, -back), seed));
  const past = events.filter(({ unit, at }) => at < todayOf(unit).fromAt).sort((a, b) => a.at - b.at);
  const { stored } = await submitAll(submit, past, { perSecond, signal });
  return { coming: toldOn(tree, today, events).sort(byTelling), stored };
}
