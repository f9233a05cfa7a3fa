import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Board } from '../../lib/wire/board.ts';
import type { Auth } from '../auth/auth.ts';
import { signInRoutes } from '../auth/sign-in-routes.ts';
import type { Core } from '../core.ts';
import type { ReadContext } from '../read/context.ts';
import { docsRoutes } from './docs.ts';
import { type OperationParts, operationRoutes } from './operations.ts';
import { problemResponse } from './problem.ts';
import { readRoutes } from './reads.ts';
import { createRouter, type RouterParts } from './router.ts';

export type ApiParts = OperationParts &
  Omit<RouterParts, 'memory'> & {
    auth: Auth;
    board: (code: string) => Promise<{ epoch: string; seq: number; asOf: number; board: Board } | null>;
  };

/** Everything that is answered beside the pages and `POST /api/v1/events`. */
export function createApi(parts: ApiParts) {
  const { core, auth, board } = parts;
  const routes = [...readRoutes({ context: readContext(core), board }), ...signInRoutes(core, auth)];
  const api = new Hono<{ Bindings: HttpBindings }>();
  api.route('/', operationRoutes(parts));
  api.route('/', docsRoutes());
  api.route('/', createRouter(routes, { ...parts, memory: core.memory }));
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
