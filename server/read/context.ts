import type { Pool } from 'pg';
import type { Tree } from '../../lib/domain/tree.ts';
import type { PrismaClient } from '../db/generated/client.ts';

/** Where questions are put: the pool, or one connection of it that stands in a moment of the database. */
export type Queries = Pick<Pool, 'query'>;

/** What every reading stands on. `tree` is the live one; `now` gives epoch ms. */
export type ReadContext = {
  prisma: PrismaClient;
  pool: Queries;
  /** Where a reading keeps what the next one need not read again: never inside its own moment, which ends without a trace. */
  kept: Queries;
  tree: Tree;
  now(): number;
};

/** The same with the pool itself, for whoever needs a connection of its own. */
export type PoolContext = ReadContext & { pool: Pool };
