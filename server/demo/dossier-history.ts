import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { BackFill } from './back-fill.ts';
import { byTelling, daysOf, type PlannedEvent, toldOn } from './day-plan.ts';
import { planDossiers } from './dossier-plan.ts';
import { submitAll } from './play.ts';

/** Land takes twenty working days, and some are late: what began earlier has ended. */
const LOOK_BACK_DAYS = 45;

/**
 * Tells what became until this morning of the dossiers of earlier days, newest first and gently; what an earlier start
 * told is skipped. Gives what of them happens today, and the number of events stored.
 */
export async function tellDossierHistory(
  fill: BackFill,
): Promise<{ coming: PlannedEvent[]; stored: number }> {
  const { tree, root, today, seed, submit, perSecond, signal } = fill;
  const todayOf = daysOf(tree, today);
  const dossiersOf = planDossiers(tree, root.code, seed);
  const coming: PlannedEvent[] = [];
  let stored = 0;
  for (let back = 1; back <= LOOK_BACK_DAYS && !signal.aborted; back++) {
    const events = dossiersOf(addDays(today, -back));
    coming.push(...toldOn(tree, today, events));
    const past = events.filter(({ unit, at }) => at < todayOf(unit).fromAt);
    if (await isTold(past, fill)) continue;
    stored += (await submitAll(submit, byDossier(past), { perSecond, signal })).stored;
  }
  return { coming: coming.sort(byTelling), stored };
}

const earliest = (events: readonly SourceEvent[]): SourceEvent | undefined =>
  events.reduce<SourceEvent | undefined>(
    (one, event) => (one && one.at <= event.at ? one : event),
    undefined,
  );
const latest = (events: readonly SourceEvent[]): SourceEvent | undefined =>
  events.reduce<SourceEvent | undefined>(
    (one, event) => (one && one.at >= event.at ? one : event),
    undefined,
  );

// The earliest is told last, so it says that the others were; the latest says that nothing happened since.
async function isTold(past: readonly SourceEvent[], { isStored }: BackFill): Promise<boolean> {
  const [first, last] = [earliest(past), latest(past)];
  if (!first || !last) return true;
  return (await isStored(first.source, first.id)) && (await isStored(last.source, last.id));
}

// A dossier's life told together costs the fold least; its ids begin with its code.
function byDossier(past: readonly SourceEvent[]): SourceEvent[] {
  const first = earliest(past);
  const others = past.filter((event) => event !== first).sort((a, b) => (a.id < b.id ? -1 : 1));
  return first ? [...others, first] : others;
}
