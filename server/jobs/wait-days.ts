import { unitWaits } from '../../lib/domain/estimate/unit-waits.ts';
import { isUnit } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Core } from '../core.ts';
import type { Query } from '../log/query.ts';
import { inOneMoment } from '../read/in-one-moment.ts';
import {
  casesOfDay,
  missingDays,
  OPEN_DAYS,
  storedCases,
  storedDays,
  type UnitDayOf,
} from '../read/wait-cases.ts';

const HOURLY_MS = 3_600_000;
/** So many units at a time: the tickets of a country are not read in one go. */
const UNITS_AT_ONCE = 20;

/**
 * Reads what estimates of waits are made of: soon after the start and hourly, beside the serving, so that a day that
 * has ended is learned from within the hour. Until the first reading is there nothing is estimated.
 */
export function startWaitDays(core: Core, changed: () => Promise<void>): { stop(): Promise<void> } {
  let stopping = false;
  const refresh = async (): Promise<void> => {
    try {
      const days = await readWaits(core, () => stopping);
      if (days > 0) core.logger.info({ days }, 'past waits learnt');
      await changed();
    } catch (error) {
      core.logger.warn({ err: error }, 'past waits could not be read; those of before hold');
    }
  };
  let running = refresh();
  const hourly = setInterval(() => {
    running = running.then(refresh);
  }, HOURLY_MS);
  return {
    async stop() {
      clearInterval(hourly);
      stopping = true;
      await running;
    },
  };
}

/**
 * Stores what is missing of the past days of every unit with a machine, and keeps in memory what estimates need. Gives
 * how many days it stored.
 */
export async function readWaits(
  { memory, database, now }: Pick<Core, 'memory' | 'database' | 'now'>,
  isStopping: () => boolean = () => false,
): Promise<number> {
  let learnt = 0;
  const units = [...memory.tree.areas.values()]
    .filter((area) => isUnit(area) && area.queue === 'machine')
    .map(({ code, timezone }) => ({ unit: code, zone: timezone, day: localDay(timezone, now()) }));
  for (let from = 0; from < units.length && !isStopping(); from += UNITS_AT_ONCE) {
    const some = units.slice(from, from + UNITS_AT_ONCE);
    await inOneMoment(database.pool, async (client) => {
      const query: Query = async (text, values) => (await client.query(text, [...values])).rows;
      const [head] = await query('SELECT coalesce(max(seq), 0)::float8 AS seq FROM event', []);
      const seq = Number(head?.seq);
      for (const missing of await missingDays(query, some)) {
        await storeDay(database, query, missing, seq);
        learnt += 1;
      }
    });
    const stored = await storedDays(
      async (text, values) => (await database.pool.query(text, [...values])).rows,
      some,
    );
    for (const [unit, days] of stored) memory.waits.set(unit, unitWaits(days, OPEN_DAYS));
  }
  return learnt;
}

async function storeDay(
  { pool }: Core['database'],
  query: Query,
  { unit, zone, day }: UnitDayOf,
  seq: number,
): Promise<void> {
  const cases = await casesOfDay(query, { unit, zone, day }, seq);
  await pool.query(
    `INSERT INTO rollup_wait_case (unit, day, seq, cases) VALUES ($1, $2, $3, $4)
     ON CONFLICT (unit, day) DO UPDATE SET seq = excluded.seq, cases = excluded.cases`,
    [unit, day, seq, JSON.stringify(storedCases(cases))],
  );
}
