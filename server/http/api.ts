import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Board } from '../../lib/wire/board.ts';
import { subjectOf } from './access.ts';
import { type OperationParts, operationRoutes } from './operations.ts';
import { problemResponse } from './problem.ts';

export type ApiParts = OperationParts & {
  board: (code: string) => Promise<{ epoch: string; seq: number; asOf: number; board: Board } | null>;
};

/** Everything that is answered beside the pages and `POST /api/v1/events`. */
export function createApi(parts: ApiParts) {
  const { core, access, board } = parts;
  const api = new Hono<{ Bindings: HttpBindings }>();
  api.route('/', operationRoutes(parts));
  api.get('/api/v1/areas', (c) => {
    const subject = subjectOf(access, c.env.incoming);
    if (!subject) return problemResponse(c.req.raw, 'forbidden');
    return c.json({ areas: [...core.memory.tree.areas.values()] });
  });
  api.get('/api/v1/areas/:code/board', async (c) => {
    const subject = subjectOf(access, c.env.incoming);
    if (!subject) return problemResponse(c.req.raw, 'forbidden');
    const found = access.may(subject, c.req.param('code')) ? await board(c.req.param('code')) : null;
    return found ? c.json(found) : problemResponse(c.req.raw, 'unknown_area');
  });
  api.onError((err, c) => {
    core.logger.error({ err }, 'a request failed');
    return problemResponse(c.req.raw, 'internal');
  });
  api.notFound((c) => problemResponse(c.req.raw, 'not_found'));
  return api;
}
