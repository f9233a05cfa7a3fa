import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrationRoutes } from '../../server/admin/administration.ts';
import { alertRoutes } from '../../server/alerts/alert-routes.ts';
import { apologyRoutes } from '../../server/apology/apology-routes.ts';
import { authRoutes } from '../../server/auth/auth-routes.ts';
import { bookRoutes } from '../../server/book/book-routes.ts';
import { publicFormRoutes } from '../../server/book/public-form.ts';
import { publicPageRoutes } from '../../server/citizen/public-page-routes.ts';
import { publicRatingRoutes } from '../../server/citizen/rating-routes.ts';
import { ticketPageRoutes } from '../../server/citizen/ticket-page-routes.ts';
import { deviceRoutes } from '../../server/devices/device-routes.ts';
import { openapiDocument } from '../../server/http/openapi.ts';
import { parametersOf } from '../../server/http/openapi-operations.ts';
import { schemaOf } from '../../server/http/openapi-schemas.ts';
import { openedCommentRoutes } from '../../server/http/opened-comments.ts';
import { readRoutes } from '../../server/http/reads.ts';
import { inspectionRoutes } from '../../server/inspections/inspection-routes.ts';
import { signedFiles } from '../../server/letters/signed-files.ts';
import { meetingRoutes } from '../../server/meetings/meeting-routes.ts';
import { modelRoutes } from '../../server/models/model-routes.ts';
import { exclusionRoutes } from '../../server/notes/exclusion-routes.ts';
import { helpRoutes } from '../../server/notes/help-routes.ts';
import { officerRoutes } from '../../server/officers/officer-routes.ts';
import { reportRoutes } from '../../server/reports/report-routes.ts';
import { type AdminServer, openAdminServer } from '../support/admin-server.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
});
afterAll(() => city.close());

type Operation = {
  parameters?: { in: string; name: string }[];
  requestBody?: { content: { 'application/json': { schema: unknown } } };
};
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('every route of the tables stands in the document with the very input that it checks, and no other does', () => {
  const { core, auth, keyUse } = city;
  const context = {
    prisma: core.prisma,
    pool: core.database.pool,
    kept: core.database.pool,
    tree: core.memory.tree,
    now: core.now,
  };
  const routes = [
    ...readRoutes({ context, board: async () => null, wallBoard: async () => null, clocksAhead: () => [] }),
    ...alertRoutes(core, context),
    ...helpRoutes(core),
    ...openedCommentRoutes(core, context),
    ...exclusionRoutes(core, context),
    ...reportRoutes(core, context),
    ...modelRoutes(core, context),
    ...meetingRoutes(core, context),
    ...bookRoutes({ ...core, ...auth }),
    ...inspectionRoutes({ ...core, context, board: async () => null }),
    ...publicFormRoutes(core),
    ...ticketPageRoutes(core, auth),
    ...publicPageRoutes({ context, board: async () => null }),
    ...officerRoutes(core, context),
    ...deviceRoutes(core, auth),
    ...publicRatingRoutes(core, auth),
    ...authRoutes(core, auth),
    ...administrationRoutes({
      ...core,
      ...auth,
      keyUse,
      walls: { seen: () => null, order: () => 0 },
    }),
    ...apologyRoutes({ ...core, context, files: signedFiles('') }),
  ];
  const paths = plain(openapiDocument().paths) as Record<string, Record<string, Operation>>;
  const names = new Set<string>();
  for (const { method, path, input } of routes) {
    const shown = path.replaceAll(/:(\w+)/g, '{$1}');
    const operation = paths[shown]?.[method.toLowerCase()];
    const name = `${method} ${shown}`;
    names.add(name);
    expect(operation, name).toBeDefined();
    if (method === 'GET' || method === 'DELETE')
      expect(operation?.parameters?.filter((one) => one.in === 'query') ?? [], name).toEqual(
        plain(parametersOf(input)),
      );
    else
      expect(operation?.requestBody?.content['application/json'].schema, name).toEqual(
        plain(schemaOf(input)),
      );
  }
  const told = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(new Set(told)).toEqual(new Set([...names, 'POST /api/v1/events']));
});
