import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Board } from '../../lib/wire/board.ts';
import type { Core } from '../core.ts';
import { type Access, subjectOf } from './access.ts';
import { problemResponse } from './problem.ts';

export type ApiParts = {
  core: Core;
  access: Access;
  board: (code: string) => Promise<{ epoch: string; seq: number; asOf: number; board: Board } | null>;
  ready: () => boolean;
};

export function createApi({ core, access, board, ready }: ApiParts) {
  const api = new Hono<{ Bindings: HttpBindings }>();
  void getConnInfo;
  api.get('/livez', (c) => c.json({ status: 'ok' }));
  api.get('/readyz', (c) =>
    c.json(
      { status: ready() && core.accept.recording ? 'ok' : 'not_ready' },
      ready() && core.accept.recording ? 200 : 503,
    ),
  );
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
  api.notFound((c) => problemResponse(c.req.raw, 'not_found'));
  return api;
}
