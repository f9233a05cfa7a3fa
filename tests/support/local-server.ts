import type { AddressInfo } from 'node:net';
import { type Core, openCore } from '../../server/core.ts';
import { createAccess } from '../../server/http/access.ts';
import { createAddressOf } from '../../server/http/address-of.ts';
import { createEventsEndpoint } from '../../server/http/events.ts';
import { endServer, listen } from '../../server/http/listen.ts';
import { createRequestLimits } from '../../server/http/request-limits.ts';
import { createHttpServer } from '../../server/http/server.ts';
import { dispatchUpgrades } from '../../server/http/upgrades.ts';
import { createLive } from '../../server/live/live.ts';
import { createLogger } from '../../server/logger.ts';
import { defineAll, makeKey, type TestKey, testTree } from './city.ts';
import { freshDatabase } from './postgres.ts';

export type LocalServer = {
  url: string;
  core: Core;
  key: TestKey;
  setNow(iso: string): void;
  close(): Promise<void>;
};

/** Events and sockets in this process, on a database of their own, with a clock that stands still until it is set. */
export async function openLocalServer(iso: string): Promise<LocalServer> {
  let now = Date.parse(iso);
  const database = await freshDatabase();
  const core = await openCore(
    { DATABASE_URL: database.connectionString, DATA_DIR: '' },
    createLogger('silent'),
    () => now,
  );
  await defineAll(core.door, testTree);
  const key = await makeKey(core.door, { area: 'city' });
  const access = createAccess({ memory: core.memory, now: core.now, session: () => null });
  const onFault = (error: unknown): void => console.error(error);
  const limits = createRequestLimits(access, createAddressOf(null));
  const events = createEventsEndpoint(core, access, limits, {
    onClockAhead: () => undefined,
    onRejected: () => undefined,
    onDenied: () => undefined,
  });
  const server = createHttpServer({
    access,
    limits,
    events,
    api: { fetch: () => new Response(null, { status: 404 }) },
    pages: () => null,
    development: false,
    publicUrl: null,
    proxies: null,
    onFault,
  });
  const live = createLive(core, access, () => undefined);
  dispatchUpgrades(server, {
    access,
    limits,
    sockets: live.upgrade,
    pages: () => null,
    development: false,
    publicUrl: null,
    onDenied: () => undefined,
    onFault,
  });
  await listen(server, 0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    core,
    key,
    setNow: (next) => {
      now = Date.parse(next);
    },
    async close() {
      await Promise.all([endServer(server, 2000), live.close()]);
      await core.close();
      await database.drop();
    },
  };
}
