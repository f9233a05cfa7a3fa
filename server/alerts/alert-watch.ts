import type { AlertReading } from '../../lib/domain/alerts/reading.ts';
import { type WatchEvent, type WatchParts, watchGroups, watchUnits } from '../../lib/domain/alerts/watch.ts';
import { isUnit } from '../../lib/domain/tree.ts';
import type { Core } from '../core.ts';
import type { Live } from '../live/live.ts';
import { standingAfter, standingAlerts } from './standing.ts';
import { readUnkept } from './unkept.ts';

/** Units that a commit touched are looked at this often, however many commits there were. */
const TICK_MS = 5000;
/** Every third time all of them, since waits grow and silence falls without any event. */
const ALL_EVERY = 3;

export type AlertWatch = {
  /** Looks at what changed, or at everything, and has written what follows when it resolves. */
  look(all?: boolean): Promise<readonly WatchEvent[]>;
  stop(): Promise<void>;
};

/**
 * Watches the causes of alerts and logs what is raised and cleared. What stands is known from the log alone, so after
 * a restart nothing is raised twice and nothing is forgotten; what a failed write lost is seen again at the next look.
 */
export function startAlertWatch(
  core: Pick<Core, 'memory' | 'accept' | 'now' | 'logger' | 'database'>,
  live: Pick<Live, 'withReadings'>,
  tickMs = TICK_MS,
): AlertWatch {
  const { memory, accept, now, logger } = core;
  const calm = new Map<string, number>();
  let touched = new Set<string>();
  let ticks = 0;
  let looking: Promise<unknown> = Promise.resolve();

  accept.onCommit(({ units, treeChanged }) => {
    for (const unit of units) touched.add(unit);
    if (treeChanged) ticks = 0;
  });

  const allUnits = (): string[] => [...memory.tree.areas.values()].filter(isUnit).map(({ code }) => code);

  async function seen(units: readonly string[]): Promise<WatchEvent[] | null> {
    const unkept = await readUnkept(core.database.pool, memory.tree, units, now());
    return live.withReadings((liveOf) => {
      const standing = standingAlerts(memory);
      const readingOf = (unit: string): AlertReading | null => {
        const reading = liveOf(unit);
        return reading && { ...reading, ...unkept(unit) };
      };
      const parts: WatchParts = { tree: memory.tree, standing, readingOf, calm, at: now() };
      const own = watchUnits(parts, units);
      return [...own, ...watchGroups({ ...parts, standing: standingAfter(standing, own) })];
    });
  }

  async function lookOnce(all: boolean): Promise<readonly WatchEvent[]> {
    const units = all ? allUnits() : [...touched];
    touched = new Set();
    const events = await seen(units).catch(again);
    if (!events || events.length === 0) return [];
    const outcomes = await accept.submit(events, { kind: 'server' }).catch(again);
    const refused = outcomes?.find(({ status }) => status === 'rejected');
    if (refused) logger.warn({ refused }, 'an alert could not be written');
    return events.filter((_, index) => outcomes?.[index]?.status === 'stored');
  }

  /** The next look is at everything: what this one saw is not written. */
  function again(err: unknown): null {
    ticks = 0;
    logger.warn({ err }, 'alerts could not be watched');
    return null;
  }

  const look = (all = false): Promise<readonly WatchEvent[]> => {
    const next = looking.then(() => lookOnce(all));
    looking = next;
    return next;
  };

  const ticking = setInterval(() => {
    void look(ticks % ALL_EVERY === 0);
    ticks += 1;
  }, tickMs);

  return {
    look,
    async stop() {
      clearInterval(ticking);
      await looking;
    },
  };
}
