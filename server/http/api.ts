import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { AdminDeps } from '../admin/admin-deps.ts';
import { administrationRoutes } from '../admin/administration.ts';
import { alertRoutes } from '../alerts/alert-routes.ts';
import { apologyRoutes } from '../apology/apology-routes.ts';
import type { Auth } from '../auth/auth.ts';
import { authRoutes } from '../auth/auth-routes.ts';
import { bookRoutes } from '../book/book-routes.ts';
import { publicFormRoutes } from '../book/public-form.ts';
import { publicPageRoutes } from '../citizen/public-page-routes.ts';
import { publicRatingRoutes } from '../citizen/rating-routes.ts';
import { ticketPageRoutes } from '../citizen/ticket-page-routes.ts';
import type { Core } from '../core.ts';
import { deviceRoutes } from '../devices/device-routes.ts';
import { AppError } from '../errors.ts';
import { inspectionRoutes } from '../inspections/inspection-routes.ts';
import { signedFiles } from '../letters/signed-files.ts';
import { meetingRoutes } from '../meetings/meeting-routes.ts';
import { modelRoutes } from '../models/model-routes.ts';
import { exclusionRoutes } from '../notes/exclusion-routes.ts';
import { helpRoutes } from '../notes/help-routes.ts';
import { officerRoutes } from '../officers/officer-routes.ts';
import type { PoolContext } from '../read/context.ts';
import { reportRoutes } from '../reports/report-routes.ts';
import { docsRoutes } from './docs.ts';
import { openedCommentRoutes } from './opened-comments.ts';
import { type OperationParts, operationRoutes } from './operations.ts';
import { problemResponse } from './problem.ts';
import type { ReadDeps } from './read-deps.ts';
import { readRoutes } from './reads.ts';
import { createRouter, type RouterParts } from './router.ts';

export type ApiParts = OperationParts &
  Omit<RouterParts, 'memory'> &
  Omit<ReadDeps, 'context'> &
  Pick<AdminDeps, 'keyUse' | 'walls'> & { auth: Auth };

/** Everything that is answered beside the pages and `POST /api/v1/events`. */
export function createApi(parts: ApiParts) {
  const { core, auth, keyUse, walls } = parts;
  const context = readContext(core);
  const routes = [
    ...readRoutes({ ...parts, context }),
    ...apologyRoutes({ ...core, context, files: signedFiles(core.dataDir) }),
    ...alertRoutes(core, context),
    ...exclusionRoutes(core, context),
    ...helpRoutes(core),
    ...openedCommentRoutes(core, context),
    ...reportRoutes(core, context),
    ...modelRoutes(core, context),
    ...meetingRoutes(core, context),
    ...bookRoutes({ ...core, ...auth }),
    ...inspectionRoutes({ ...parts, ...core, context }),
    ...publicFormRoutes(core),
    ...ticketPageRoutes(core, auth),
    ...publicPageRoutes({ ...parts, context }),
    ...officerRoutes(core, context),
    ...deviceRoutes(core, auth),
    ...publicRatingRoutes(core, auth),
    ...authRoutes(core, auth),
    ...administrationRoutes({ ...core, ...auth, keyUse, walls }),
  ];
  const api = new Hono<{ Bindings: HttpBindings }>();
  api.route('/', operationRoutes(parts));
  api.route('/', docsRoutes());
  api.route('/', createRouter(routes, { ...parts, memory: core.memory }));
  api.onError((err, c) => {
    if (err instanceof AppError && err.code === 'not_recording')
      return problemResponse(c.req.raw, 'not_recording', {}, { 'retry-after': '2' });
    core.logger.error({ err }, 'a request failed');
    return problemResponse(c.req.raw, 'internal');
  });
  api.notFound((c) => problemResponse(c.req.raw, 'not_found'));
  return api;
}

export const readContext = ({ prisma, database, memory, now }: Core): PoolContext => ({
  prisma,
  pool: database.pool,
  kept: database.pool,
  tree: memory.tree,
  now,
});
