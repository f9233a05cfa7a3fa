import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { type Core, openCore } from '../../server/core.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import type { Definition, Outcome } from '../../server/log/submission.ts';
import { createLogger } from '../../server/logger.ts';
import type { PoolContext } from '../../server/read/context.ts';
import { areaDefinition } from './city.ts';
import { freshDatabase } from './postgres.ts';

/** An event without its envelope: unit, local clock time of Hà Nội on `day`, type and data. */
export type Told = [unit: string, day: string, clock: string, type: string, data: Record<string, unknown>];

export type ReadCity = {
  core: Core;
  context: PoolContext;
  /** Sets the clock (ISO 8601). */
  setNow(iso: string): void;
  tell(...events: Told[]): Promise<Outcome[]>;
  close(): Promise<void>;
};

/** A city with wards a, b (machines) and c (no queue) in a database of its own, with a clock that stands still. */
export async function openReadCity(...more: Definition[]): Promise<ReadCity> {
  let now = Date.parse('2026-11-23T10:00:00+07:00');
  const database = await freshDatabase();
  const env = { DATABASE_URL: database.connectionString, DATA_DIR: '' };
  const core = await openCore(env, createLogger('silent'), () => now);
  const wards = ['a', 'b'].map((code) => areaDefinition(code, 'city', 'ward'));
  await core.door.define(
    [areaDefinition('city', null, 'city'), ...wards, areaDefinition('c', 'city', 'ward', 'none'), ...more],
    OPERATOR,
  );
  let told = 0;
  return {
    core,
    context: {
      prisma: core.prisma,
      pool: core.database.pool,
      kept: core.database.pool,
      tree: core.memory.tree,
      now: () => now,
    },
    setNow: (iso) => {
      now = Date.parse(iso);
    },
    tell: (...events) =>
      core.door.submit(
        events.map(([subject, day, clock, type, data]) => {
          told += 1;
          const read = readEnvelope({
            specversion: '1.0',
            id: `e${told}`,
            source: `/test/${subject}`,
            subject,
            type,
            time: `${day}T${clock}+07:00`,
            data,
          });
          if (!read.ok) throw new Error(JSON.stringify(read.refusal));
          return read.event;
        }),
        { kind: 'operator' },
      ),
    async close() {
      await core.close();
      await database.drop();
    },
  };
}
