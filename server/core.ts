import { unitsBelow } from '../lib/domain/tree.ts';
import type { Database } from './db/connect.ts';
import { openDatabase } from './db/connect.ts';
import type { PrismaClient } from './db/generated/client.ts';
import { migrate } from './db/migrate.ts';
import { openPrisma } from './db/prisma.ts';
import type { Env } from './env.ts';
import { type Accept, createAccept } from './log/accept.ts';
import { emptyMemory, type Memory } from './log/memory.ts';
import type { Query } from './log/query.ts';
import { restoreUnits } from './log/restore.ts';
import { restoreAlerts } from './log/restore-alerts.ts';
import { restoreRights } from './log/restore-rights.ts';
import { restoreTree } from './log/restore-tree.ts';
import type { Door } from './log/submission.ts';
import { openWriter } from './log/writer.ts';
import type { Logger } from './logger.ts';

/** What remembers: the database, the one writer and live memory. Pages, sockets and the command line stand on it. */
export type Core = {
  database: Database;
  /** Ordinary reads; the hot path is `accept`'s own. */
  prisma: PrismaClient;
  memory: Memory;
  accept: Accept;
  door: Door;
  logger: Logger;
  /** What is kept beside the database: signed letters, templates. */
  dataDir: string;
  now(): number;
  close(): Promise<void>;
};

/** Opens the database, brings it to the newest schema, takes the writer's lock and restores live memory. */
export async function openCore(
  env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>,
  logger: Logger,
  now: () => number = Date.now,
): Promise<Core> {
  const database = await openDatabase(env, logger);
  try {
    const writer = await openWriter(database.connectionString, logger);
    await migrate(database.pool, logger);
    const query: Query = async (text, values) =>
      (await database.pool.query<Record<string, unknown>>(text, [...values])).rows;
    const restore = () => restoreMemory(query, now());
    const memory = await restore();
    logger.info({ seq: memory.head.seq, areas: memory.tree.areas.size }, 'memory restored');
    const prisma = openPrisma(database.pool);
    const accept = createAccept({ writer, memory, restore, now, logger });
    return {
      database,
      prisma,
      memory,
      accept,
      door: accept,
      logger,
      dataDir: env.DATA_DIR,
      now,
      async close() {
        await accept.stop();
        await prisma.$disconnect();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function restoreMemory(query: Query, at: number): Promise<Memory> {
  const memory = emptyMemory();
  await restoreTree(query, memory);
  await restoreRights(query, memory);
  const roots = [...memory.tree.areas.values()].filter((area) => area.parent === null);
  await restoreUnits(
    query,
    memory,
    roots.flatMap((root) => unitsBelow(memory.tree, root.code)),
    at,
  );
  await restoreAlerts(query, memory);
  return memory;
}
