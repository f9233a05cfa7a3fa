import { isUnit } from '../../lib/domain/tree.ts';
import type { Core } from '../core.ts';
import { usualGaps } from '../read/usual-gap.ts';

const HOURLY_MS = 3_600_000;

/**
 * Keeps the usual gap between signals of every unit up to date: soon after the start and hourly, beside the serving.
 * Silence is judged by 15 minutes alone until the first reading is there.
 */
export function startUsualGaps(core: Core, changed: () => Promise<void>): { stop(): Promise<void> } {
  const { memory, database, logger } = core;
  let running: Promise<void> = Promise.resolve();
  const refresh = async (): Promise<void> => {
    const units = [...memory.tree.areas.values()].filter((area) => isUnit(area) && area.queue === 'machine');
    try {
      const gaps = await usualGaps(
        database.pool,
        units.map(({ code, timezone }) => ({ code, zone: timezone })),
        core.now(),
      );
      for (const [unit, gap] of gaps) memory.usualGaps.set(unit, gap);
      await changed();
    } catch (error) {
      logger.warn({ err: error }, 'the usual gaps could not be read; those of before hold');
    }
  };
  const hourly = setInterval(() => {
    running = refresh();
  }, HOURLY_MS);
  running = refresh();
  return {
    async stop() {
      clearInterval(hourly);
      await running;
    },
  };
}
