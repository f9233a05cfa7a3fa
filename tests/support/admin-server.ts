import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Role } from '../../lib/domain/access/role.ts';
import { type KeyUse, startKeyUse } from '../../server/access/key-use.ts';
import { administrationRoutes } from '../../server/admin/administration.ts';
import { alertRoutes } from '../../server/alerts/alert-routes.ts';
import { apologyRoutes } from '../../server/apology/apology-routes.ts';
import { type Auth, openAuth } from '../../server/auth/auth.ts';
import { lookRoutes } from '../../server/auth/look-routes.ts';
import { type Core, openCore } from '../../server/core.ts';
import { createAccess } from '../../server/http/access.ts';
import { createHeavyWork } from '../../server/http/heavy-work.ts';
import { readRoutes } from '../../server/http/reads.ts';
import { createRouter } from '../../server/http/router.ts';
import { inspectionRoutes } from '../../server/inspections/inspection-routes.ts';
import { signedFiles } from '../../server/letters/signed-files.ts';
import type { Definition } from '../../server/log/submission.ts';
import { createLogger } from '../../server/logger.ts';
import { meetingRoutes } from '../../server/meetings/meeting-routes.ts';
import { modelRoutes } from '../../server/models/model-routes.ts';
import { exclusionRoutes } from '../../server/notes/exclusion-routes.ts';
import { reportRoutes } from '../../server/reports/report-routes.ts';
import { defineAll, testTree } from './city.ts';
import { freshDatabase } from './postgres.ts';

export const ADMIN_NOW = Date.parse('2026-11-23T10:00:00+07:00');
export const TODAY = '2026-11-23';

export type Answer = {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into answers of many shapes
  body: any;
  headers: Headers;
};

export type AdminServer = {
  core: Core;
  auth: Auth;
  keyUse: KeyUse;
  url: string;
  /** Lets time pass; until then the clock stands still. */
  pass(ms: number): void;
  /** Asks as a person of that code (with a session of that name), with a key's secret, or as nobody (null). */
  ask(
    who: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: HeadersInit,
  ): Promise<Answer>;
  close(): Promise<void>;
};

/**
 * People of the two cities of `testTree`: `root` holds everything; `chief` and `second` administer the city, `north-admin`
 * its district; `leader` leads the city, `clerk` works in ward a, `inspector` sees the city, `stranger` administers the
 * other city.
 */
const PEOPLE: [person: string, role: Role, area: string | null][] = [
  ['root', 'admin', null],
  ['chief', 'admin', 'city'],
  ['north-admin', 'admin', 'north'],
  ['leader', 'leader', 'city'],
  ['clerk', 'clerk', 'a'],
  ['inspector', 'inspector', 'city'],
  ['stranger', 'admin', 'other'],
];

const person = ([code, role, area]: (typeof PEOPLE)[number]): Definition[] => [
  {
    type: 'person.added',
    data: { person: code, area, name: `Người ${code}`, login: code, email: `${code}@a.vn` },
  },
  { type: 'person.granted', data: { grant: `g-${code}`, person: code, role, area } },
];

/** Administration over real HTTP, on a database of its own, with a clock that stands still. */
export async function openAdminServer(dataDir = ''): Promise<AdminServer> {
  let passed = 0;
  const database = await freshDatabase();
  const core = await openCore(
    { DATABASE_URL: database.connectionString, DATA_DIR: dataDir },
    createLogger('silent'),
    () => ADMIN_NOW + passed,
  );
  await defineAll(core.door, [...testTree, ...PEOPLE.flatMap(person)]);
  const auth = await openAuth(core, {
    secret: randomBytes(32).toString('base64url'),
    publicUrl: null,
    base: () => 'https://td.example',
  });
  const keyUse = startKeyUse(core);
  const context = {
    prisma: core.prisma,
    pool: core.database.pool,
    kept: core.database.pool,
    tree: core.memory.tree,
    now: core.now,
  };
  const access = createAccess({
    memory: core.memory,
    now: core.now,
    session: (token) => ({ session: `s-${token}`, person: token, secondFactor: true }),
    onKey: keyUse.note,
  });
  const app = createRouter(
    [
      ...readRoutes({ context, board: async () => null, wallBoard: async () => null, clocksAhead: () => [] }),
      ...alertRoutes(core, context),
      ...exclusionRoutes(core, context),
      ...lookRoutes(core),
      ...reportRoutes(core, context),
      ...modelRoutes(core, context),
      ...meetingRoutes(core, context),
      ...inspectionRoutes({ ...core, context, board: async () => null }),
      ...administrationRoutes({
        ...core,
        ...auth,
        keyUse,
        walls: { seen: () => null, order: () => 0 },
      }),
      ...apologyRoutes({ ...core, context, files: signedFiles(dataDir) }),
    ],
    {
      access,
      memory: core.memory,
      addressOf: () => '203.0.113.9',
      publicUrl: null,
      heavy: createHeavyWork(),
      onDenied: () => undefined,
    },
  );
  const server = createServer(getRequestListener(app.fetch));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    core,
    auth,
    keyUse,
    url: `http://127.0.0.1:${port}`,
    pass: (ms) => {
      passed += ms;
    },
    async ask(who, method, path, body, headers = {}) {
      const known: Record<string, string> = who?.startsWith('td_')
        ? { authorization: `Bearer ${who}` }
        : who === null
          ? {}
          : { cookie: `thuoc_do.session_token=${who}` };
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { ...known, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = response.headers.get('content-type')?.includes('json');
      return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
    },
    async close() {
      server.close();
      await keyUse.stop();
      await auth.sessions.stop();
      await core.close();
      await database.drop();
    },
  };
}
