import { sessionsOf } from '../../lib/domain/settings.ts';
import type { AreaDefinition } from '../../lib/domain/tree.ts';
import { endOfDay, localDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import { OPERATOR } from '../log/actor.ts';
import type { Definition } from '../log/submission.ts';
import type { Logger } from '../logger.ts';
import { backFill } from './back-fill.ts';
import { type PlannedEvent, planDay } from './day-plan.ts';
import { CITY } from './demo-city.ts';
import { demoDefinitions } from './demo-tree.ts';
import { sessionsToOpen } from './open-day.ts';
import { type Played, pause, playLive, type Submit, submitAll } from './play.ts';

/** The seed of every demonstration, so that a restart goes on with the same day. */
export const DEMO_SEED = 7;

const WATCH_MS = 30_000;

export type Demo = {
  /** Settles when the earlier days are told. */
  backFilled: Promise<void>;
  stop(): Promise<void>;
};

/**
 * The invented city with a day going on: imports its tree where it is missing, tells the past part of today before it
 * resolves, then goes on live, second by second, and tells earlier days in the background.
 */
export async function startDemo(core: Core, logger: Logger): Promise<Demo> {
  const controller = new AbortController();
  const { signal } = controller;
  const submit: Submit = (events) => core.door.submit(events, { kind: 'operator' });
  if (!core.memory.tree.areas.has(CITY.code)) await define(core, demoDefinitions());
  const root = core.memory.tree.areas.get(CITY.code);
  if (!root?.demo) throw new AppError('real_tree', `"${CITY.code}" là số liệu thật · is a real tree`);

  await openToday(core, root);
  const day = localDay(root.timezone, core.now());
  const { past, coming } = parted(planDay(core.memory.tree, root.code, day, DEMO_SEED), core.now());
  const told = await submitAll(
    submit,
    past.map(({ event }) => event),
  );
  say(logger, told, 'the past part of the day is told');

  const live = goOn(core, root, { day, coming, submit, signal, logger });
  const backFilled = backFill({
    tree: core.memory.tree,
    root,
    today: day,
    seed: DEMO_SEED,
    submit,
    isStored: (source, id) => isStored(core, source, id),
    signal,
  }).then(
    (stored) => logger.info({ stored }, 'earlier days are told'),
    (err: unknown) => logger.error({ err }, 'earlier days could not be told'),
  );
  return {
    backFilled,
    async stop() {
      controller.abort();
      await Promise.all([live, backFilled]);
    },
  };
}

type Going = { day: string; coming: PlannedEvent[]; submit: Submit; signal: AbortSignal; logger: Logger };

// One local day after the other; a demonstration that runs into the night goes on after midnight.
async function goOn(core: Core, root: AreaDefinition, first: Going): Promise<void> {
  const { submit, signal, logger } = first;
  let { day, coming } = first;
  while (!signal.aborted) {
    const onFailure = (err: unknown): void =>
      logger.warn({ err }, 'the demonstration waits: nothing can be stored');
    say(logger, await playLive(submit, coming, { now: core.now, signal, onFailure }), 'the day is told');
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
      coming = planDay(core.memory.tree, root.code, day, DEMO_SEED);
    } catch (err) {
      logger.error({ err }, 'the next day of the demonstration could not be opened');
      coming = [];
    }
  }
}

async function openToday(core: Core, root: AreaDefinition): Promise<void> {
  const data = sessionsToOpen(core.memory.tree, root, core.now());
  if (data) await define(core, [{ type: 'sessions.set', data }]);
}

async function define(core: Core, definitions: Definition[]): Promise<void> {
  for (const outcome of await core.door.define(definitions, OPERATOR)) {
    if (outcome.status !== 'rejected') continue;
    throw new AppError(
      'demo_refused',
      `${outcome.error.code} ${outcome.error.pointer}: ${outcome.error.detail}`,
    );
  }
}

function parted(
  plan: readonly PlannedEvent[],
  now: number,
): { past: PlannedEvent[]; coming: PlannedEvent[] } {
  const next = plan.findIndex(({ tellAt }) => tellAt > now);
  return next < 0 ? { past: [...plan], coming: [] } : { past: plan.slice(0, next), coming: plan.slice(next) };
}

async function isStored(core: Core, source: string, id: string): Promise<boolean> {
  const { rowCount } = await core.database.pool.query(
    'SELECT 1 FROM event_key WHERE source = $1 AND id = $2',
    [source, id],
  );
  return rowCount === 1;
}

const say = (logger: Logger, { stored, duplicate, refusals }: Played, message: string): void => {
  const fields = { stored, duplicate, ...(refusals.size > 0 && { refusals: Object.fromEntries(refusals) }) };
  if (refusals.size > 0) logger.warn(fields, message);
  else logger.info(fields, message);
};
