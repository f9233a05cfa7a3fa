import { sessionsOf } from '../../lib/domain/settings.ts';
import type { AreaDefinition } from '../../lib/domain/tree.ts';
import { endOfDay, localDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import type { Core } from '../core.ts';
import type { Logger } from '../logger.ts';
import { type PlannedEvent, planDay } from './day-plan.ts';
import { openToday } from './open-today.ts';
import { type Played, pause, playLive, type Submit } from './play.ts';

const WATCH_MS = 30_000;

export type Days = {
  day: string;
  coming: PlannedEvent[];
  /** What becomes that day of dossiers of earlier days, once their past is told. */
  steps: Promise<PlannedEvent[]>;
  /** The same of a later day. */
  stepsOn: (day: string) => Promise<PlannedEvent[]>;
  seed: number;
  submit: Submit;
  signal: AbortSignal;
  logger: Logger;
};

/** Tells one local day after the other; a demonstration that runs into the night goes on after midnight. */
export async function playDays(core: Core, root: AreaDefinition, first: Days): Promise<void> {
  const { stepsOn, submit, signal, logger } = first;
  let { day, coming, steps } = first;
  while (!signal.aborted) {
    const onFailure = (err: unknown): void =>
      logger.warn({ err }, 'the demonstration waits: nothing can be stored');
    const play = (plan: readonly PlannedEvent[]): Promise<Played> =>
      playLive(submit, plan, { now: core.now, signal, onFailure });
    const [own, earlier] = await Promise.all([play(coming), steps.then(play)]);
    logPlayed(logger, own, 'the day is told');
    logPlayed(logger, earlier, 'the day of earlier dossiers is told');
    while (!signal.aborted && localDay(root.timezone, core.now()) === day) {
      const left = startOfDay(root.timezone, localDay(root.timezone, core.now() + 86_400_000)) - core.now();
      await pause(Math.min(WATCH_MS, Math.max(left, 1000)), signal);
    }
    if (signal.aborted) return;
    const openAtMidnight =
      sessionsOf(core.memory.tree, root.code, root.timezone, day)?.at(-1)?.toAt ===
      endOfDay(root.timezone, day);
    day = localDay(root.timezone, core.now());
    try {
      if (openAtMidnight) await openToday(core, root);
      coming = planDay(core.memory.tree, root.code, day, first.seed);
    } catch (err) {
      logger.error({ err }, 'the next day of the demonstration could not be opened');
      coming = [];
    }
    steps = stepsOn(day);
  }
}

/** Says what became of played events. */
export const logPlayed = (logger: Logger, { stored, duplicate, refusals }: Played, message: string): void => {
  const fields = { stored, duplicate, ...(refusals.size > 0 && { refusals: Object.fromEntries(refusals) }) };
  if (refusals.size > 0) logger.warn(fields, message);
  else logger.info(fields, message);
};
