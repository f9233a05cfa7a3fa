import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { type BackFill, backFill } from './back-fill.ts';
import { tellBookHistory } from './book-history.ts';
import { byTelling, type PlannedEvent, planDay } from './day-plan.ts';
import { CITY } from './demo-city.ts';
import { demoMeetings } from './demo-meetings.ts';
import { demoModels } from './demo-models.ts';
import { demoDefinitions } from './demo-tree.ts';
import { tellDossierHistory } from './dossier-history.ts';
import { tellInspectionHistory } from './inspection-history.ts';
import { defineAll, openToday } from './open-today.ts';
import { type Submit, submitAll } from './play.ts';
import { logPlayed, playDays } from './play-days.ts';

/** The seed of every demonstration, so that a restart goes on with the same day. */
export const DEMO_SEED = 7;

/** Earlier days are told gently beside today, dossiers first: without their past their boards and charts are empty. */
const DOSSIERS_PER_SECOND = 4000;
const VISITS_PER_SECOND = 2000;

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
  const isNew = !core.memory.tree.areas.has(CITY.code);
  if (isNew) await defineAll(core, demoDefinitions());
  const root = core.memory.tree.areas.get(CITY.code);
  if (!root?.demo) throw new AppError('real_tree', `"${CITY.code}" là số liệu thật · is a real tree`);

  await openToday(core, root);
  const day = localDay(root.timezone, core.now());
  if (isNew) await defineAll(core, [...demoModels(day), ...demoMeetings(day)]);
  const { past, coming } = parted(planDay(core.memory.tree, root.code, day, DEMO_SEED), core.now());
  const told = await submitAll(
    submit,
    past.map(({ event }) => event),
  );
  logPlayed(logger, told, 'the past part of the day is told');

  const fillFor = (today: string, perSecond: number): BackFill => ({
    tree: core.memory.tree,
    root,
    today,
    seed: DEMO_SEED,
    submit,
    perSecond,
    isStored: (source, id) => isStored(core, source, id),
    signal,
  });
  const stepsOn = (today: string): Promise<PlannedEvent[]> =>
    Promise.all(
      [tellBookHistory, tellInspectionHistory, tellDossierHistory].map((tell) =>
        earlierSteps(tell, fillFor(today, DOSSIERS_PER_SECOND), logger),
      ),
    ).then((steps) => steps.flat().sort(byTelling));
  const steps = stepsOn(day);
  const live = playDays(core, root, { day, coming, steps, stepsOn, seed: DEMO_SEED, submit, signal, logger });
  const backFilled = steps
    .then(() => backFill(fillFor(day, VISITS_PER_SECOND)))
    .then(
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

/** What became of the books, inspections and dossiers of earlier days is told; gives what becomes of them today. */
async function earlierSteps(
  tell: typeof tellDossierHistory,
  fill: BackFill,
  logger: Logger,
): Promise<PlannedEvent[]> {
  try {
    const { coming, stored } = await tell(fill);
    logger.info({ stored }, 'books, inspections or dossiers of earlier days are told');
    return coming;
  } catch (err) {
    logger.error({ err }, 'books, inspections or dossiers of earlier days could not be told');
    return [];
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
