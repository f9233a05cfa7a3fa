import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { Tree } from '../../lib/domain/tree.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { BackFill } from './back-fill.ts';
import { byTelling, daysOf, type PlannedEvent, toldOn } from './day-plan.ts';
import { submitAll } from './play.ts';

/** Everything that begins below `root` on a local day, with what becomes of it. */
export type PlanOfDay = (tree: Tree, root: string, day: string, seed: number) => SourceEvent[];

/**
 * Tells what began on the days before, oldest first, as far as it is past; what an earlier start told is known to the
 * log. Gives what happens of it today.
 */
export async function tellHistory(
  { tree, root, today, seed, submit, perSecond, signal }: BackFill,
  plan: PlanOfDay,
  lookBackDays: number,
): Promise<{ coming: PlannedEvent[]; stored: number }> {
  const todayOf = daysOf(tree, today);
  const events: SourceEvent[] = [];
  for (let back = lookBackDays; back >= 0; back -= 1)
    events.push(...plan(tree, root.code, addDays(today, -back), seed));
  const past = events.filter(({ unit, at }) => at < todayOf(unit).fromAt).sort((a, b) => a.at - b.at);
  const { stored } = await submitAll(submit, past, { perSecond, signal });
  return { coming: toldOn(tree, today, events).sort(byTelling), stored };
}
