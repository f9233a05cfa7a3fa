import { isUnit, zoneOf } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
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
      await keepGaps(core, gaps);
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

/** Who looks back at this day judges silence as it was judged on it: the log cannot tell by what that was. */
async function keepGaps({ memory, database, now }: Core, gaps: ReadonlyMap<string, number>): Promise<void> {
  const units = [...gaps.keys()];
  const days = units.map((unit) => localDay(zoneOf(memory.tree, unit), now()));
  await database.pool.query(
    `INSERT INTO usual_gap (unit, day, gap_ms) SELECT * FROM unnest($1::text[], $2::date[], $3::float8[])
     ON CONFLICT (unit, day) DO UPDATE SET gap_ms = excluded.gap_ms`,
    [units, days, [...gaps.values()]],
  );
}
