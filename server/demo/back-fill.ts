import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { sessionsOf } from '../../lib/domain/settings.ts';
import { simulatedSource } from '../../lib/domain/simulation/shift-events.ts';
import type { AreaDefinition, Tree } from '../../lib/domain/tree.ts';
import { addDays, monthOf } from '../../lib/domain/zoned-time.ts';
import { planPastDay, planPastRatings } from './day-plan.ts';
import { type Submit, submitAll } from './play.ts';
import { runOf } from './run-of.ts';

/** The newest working days are told in full, and those weeks' days like today, which make its usual line. */
const NEWEST_DAYS = 4;
const LIKE_TODAY_DAYS = 4 * 7;
const LONGEST_LOOK_BACK = 40;

export type BackFill = {
  tree: Tree;
  root: AreaDefinition;
  today: string;
  seed: number;
  submit: Submit;
  /** Events a second, so that today is told beside it. */
  perSecond: number;
  /** Whether the log holds this event already. */
  isStored: (source: string, id: string) => Promise<boolean>;
  signal: AbortSignal;
};

/**
 * Tells the working days before today, newest first and gently: some in full, the others of the month by their ratings; what an earlier start told is skipped. Gives the
 * number of events stored.
 */
export async function backFill({
  tree,
  root,
  today,
  seed,
  submit,
  perSecond,
  isStored,
  signal,
}: BackFill): Promise<number> {
  let stored = 0;
  let seen = 0;
  for (let back = 1; back <= LONGEST_LOOK_BACK && !signal.aborted; back++) {
    const day = addDays(today, -back);
    const inMonth = day >= monthOf(today);
    if (!sessionsOf(tree, root.code, root.timezone, day)?.length) continue;
    seen += 1;
    const full = seen <= NEWEST_DAYS || (back % 7 === 0 && back <= LIKE_TODAY_DAYS);
    if (!full && !inMonth) continue;
    const plan = full ? planPastDay : planPastRatings;
    const events = plan(tree, root.code, day, seed);
    const last = events.at(-1);
    if (!last || (await isStored(simulatedSource(runOf(day, seed)), last.id))) continue;
    stored += (await submitAll(submit, byUnit(events, last), { perSecond, signal })).stored;
  }
  return stored;
}

// A unit's day together costs the fold least; the last of all marks that the day is complete.
const byUnit = (events: readonly SourceEvent[], last: SourceEvent): SourceEvent[] => [
  ...events
    .filter((event) => event !== last)
    .sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.at - b.at)),
  last,
];
