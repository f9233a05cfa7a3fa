import type { Pool } from 'pg';
import type { Tree } from '../../lib/domain/tree.ts';
import type { PrismaClient } from '../db/generated/client.ts';

/** What every reading stands on. `tree` is the live one; `now` gives epoch ms. */
export type ReadContext = { prisma: PrismaClient; pool: Pool; tree: Tree; now(): number };
