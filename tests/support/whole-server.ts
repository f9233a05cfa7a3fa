import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type Denials, startDenials } from '../../server/access/denials.ts';
import { startKeyUse } from '../../server/access/key-use.ts';
import { type Auth, openAuth } from '../../server/auth/auth.ts';
import { type Core, openCore } from '../../server/core.ts';
import { createAccess } from '../../server/http/access.ts';
import { createApi } from '../../server/http/api.ts';
import { createEventsEndpoint } from '../../server/http/events.ts';
import { createHeavyWork } from '../../server/http/heavy-work.ts';
import { endServer, listen } from '../../server/http/listen.ts';
import type { RequestLimits } from '../../server/http/request-limits.ts';
import { createHttpServer } from '../../server/http/server.ts';
import { dispatchUpgrades } from '../../server/http/upgrades.ts';
import { createLive } from '../../server/live/live.ts';
import { createClockAhead } from '../../server/log/clock-ahead.ts';
import type { Definition } from '../../server/log/submission.ts';
import { createLogger, type Logger } from '../../server/logger.ts';
import { createMetrics } from '../../server/metrics.ts';
import { defineAll } from './city.ts';
import { freshDatabase, type TestDatabase } from './postgres.ts';

/** What a page answers here: pages themselves are tested in a browser. */
export const PAGE = 'a page';

export type WholeServer = {
  url: string;
  core: Core;
  auth: Auth;
  denials: Denials;
  database: TestDatabase;
  /** Every path that the API and the operations answer, as their routers have it. */
  routes: readonly { method: string; path: string }[];
  /** Lets time pass. */
  pass(ms: number): void;
  close(): Promise<void>;
};

/**
 * Everything the program serves, joined as `main.ts` joins it, in this process, on a database of its own and with a
 * clock that can be moved on. It takes itself for one that listens everywhere, so that asking from this machine is
 * nothing special at `/metrics`.
 */
export async function openWholeServer(
  definitions: Definition[],
  { logger = createLogger('silent'), dataDir = '' }: { logger?: Logger; dataDir?: string } = {},
): Promise<WholeServer> {
  let passed = 0;
  const host = '0.0.0.0';
  const database = await freshDatabase();
  const core = await openCore(
    { DATABASE_URL: database.connectionString, DATA_DIR: dataDir },
    logger,
    () => Date.now() + passed,
  );
  await defineAll(core.door, definitions);
  const clockAhead = await createClockAhead(core);
  let base = '';
  const secret = randomBytes(32).toString('base64url');
  const auth = await openAuth(core, { secret, publicUrl: null, base: () => base });
  const keyUse = startKeyUse(core);
  const access = createAccess({
    memory: core.memory,
    now: core.now,
    session: auth.sessions.find,
    onKey: keyUse.note,
  });
  // Written when they are stopped: the minute may pass in the middle of a test that nothing is to change.
  const denials = startDenials(core, 3_600_000);
  // How much one may ask is tested elsewhere; here some subjects ask for everything at once.
  const any = { atOnce: 1000, waiting: 0, each: 1000 };
  const heavy = createHeavyWork({ replay: any, report: any, export: any });
  const limits: RequestLimits = { take: async () => 0, takeAsNobody: async () => 0 };
  const events = createEventsEndpoint(core, access, limits, {
    onClockAhead: clockAhead.note,
    onRejected: (code) => metrics.refused(code),
    onDenied: denials.note,
  });
  let asked = 0;
  const api = createApi({
    core,
    auth,
    access,
    heavy,
    keyUse,
    host,
    publicUrl: null,
    // Each asks from an address of its own: how often one address may guess is tested elsewhere.
    addressOf: () => `203.0.113.${asked++ % 250}`,
    onDenied: denials.note,
    board: (code) => live.board(code),
    wallBoard: (view, code) => live.wallBoard(view, code),
    walls: {
      seen: (wall) => live.walls.seen(wall),
      order: (wall, order) => live.walls.order(wall, order),
    },
    clocksAhead: clockAhead.list,
    metrics: () => metrics.text(),
    pagesReady: () => true,
    stopping: () => false,
    backup: () => null,
  });
  const onFault = (error: unknown): void => console.error(error);
  const server = createHttpServer({
    access,
    limits,
    events,
    api,
    pages: () => ({
      handle: async (_request, response) => void response.end(PAGE),
      upgrade: async (_request, socket) => void socket.destroy(),
    }),
    development: false,
    publicUrl: null,
    proxies: null,
    onFault,
  });
  const live = createLive(core, access, denials.note);
  const metrics = createMetrics({ core, live, heavy, backup: () => null });
  dispatchUpgrades(server, {
    access,
    limits,
    sockets: live.upgrade,
    pages: () => null,
    development: false,
    publicUrl: null,
    onDenied: denials.note,
    onFault,
  });
  await listen(server, 0, '127.0.0.1');
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url: base,
    core,
    auth,
    denials,
    database,
    routes: api.routes,
    pass: (ms) => {
      passed += ms;
    },
    async close() {
      await Promise.all([endServer(server, 2000), live.close()]);
      await clockAhead.stop();
      await keyUse.stop();
      await denials.stop();
      await auth.sessions.stop();
      await core.close();
      await database.drop();
    },
  };
}
