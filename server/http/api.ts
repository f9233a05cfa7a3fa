import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Board } from '../../lib/wire/board.ts';
import type { Core } from '../core.ts';
import type { ReadContext } from '../read/context.ts';
import { authoriseReads } from './access.ts';
import { docsRoutes } from './docs.ts';
import { type OperationParts, operationRoutes } from './operations.ts';
import { problemResponse } from './problem.ts';
import { readRoutes } from './reads.ts';

export type ApiParts = OperationParts & {
  board: (code: string) => Promise<{ epoch: string; seq: number; asOf: number; board: Board } | null>;
};

/** Everything that is answered beside the pages and `POST /api/v1/events`. */
export function createApi(parts: ApiParts) {
  const { core, access, board } = parts;
  const api = new Hono<{ Bindings: HttpBindings }>();
  api.route('/', operationRoutes(parts));
  api.route('/', docsRoutes());
  api.route('/', readRoutes({ context: readContext(core), authorise: authoriseReads(access), board }));
  api.onError((err, c) => {
    core.logger.error({ err }, 'a request failed');
    return problemResponse(c.req.raw, 'internal');
  });
  api.notFound((c) => problemResponse(c.req.raw, 'not_found'));
  return api;
}

const readContext = ({ prisma, database, memory, now }: Core): ReadContext => ({
  prisma,
  pool: database.pool,
  tree: memory.tree,
  now,
});
