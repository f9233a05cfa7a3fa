import type { Key } from '../../server/log/submission.ts';
import { bearer, defineAll, makeKey, type TestKey, testTree } from './city.ts';
import { type Posted, type PostOptions, postEvents } from './cloud-events.ts';
import { freshDatabase, type TestDatabase } from './postgres.ts';
import { type ServerOptions, startServer, type TestServer } from './server.ts';
import { connectWatcher, type Watcher, type WatcherOptions } from './watcher.ts';

export type CityServer = {
  server: TestServer;
  database: TestDatabase;
  /** May read and send in `city`. */
  key: TestKey;
  makeKey(given: { area: string } & Partial<Pick<Key, 'sources' | 'rights' | 'types'>>): Promise<TestKey>;
  revoke(id: string): Promise<void>;
  /** Posts events, with `key` unless told otherwise. */
  post(body: unknown, options?: PostOptions): Promise<Posted>;
  /** GET with `key`. */
  get(path: string): Promise<Response>;
  /** A socket with `key` unless told otherwise. */
  watcher(options?: WatcherOptions): Promise<Watcher>;
  close(): Promise<void>;
};

/** A server process on a database of its own in the cluster of the run, with the test tree and a key. */
export async function openCityServer(options: ServerOptions = {}): Promise<CityServer> {
  const database = await freshDatabase();
  const server = await startServer({ databaseUrl: database.connectionString, ...options });
  const door = await server.door();
  await defineAll(door, testTree);
  const key = await makeKey(door, { area: 'city' });
  return {
    server,
    database,
    key,
    makeKey: (given) => makeKey(door, given),
    revoke: (id) => defineAll(door, [{ type: 'key.revoked', data: { key: id } }]),
    post: (body, given) => postEvents(server.url, body, { secret: key.secret, ...given }),
    get: (path) => fetch(`${server.url}${path}`, { headers: bearer(key.secret) }),
    watcher: (given) => connectWatcher(server.url, { secret: key.secret, ...given }),
    async close() {
      await door.close();
      await server.remove();
      await database.drop();
    },
  };
}
