import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restoreBackup } from '../../server/backup/restore-backup.ts';
import { writeBackup } from '../../server/backup/write-backup.ts';
import { createLogger } from '../../server/logger.ts';
import { openCityServer } from '../support/city-server.ts';
import { freshDatabase } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';
import { send, signIn, TEST_PASSWORD } from '../support/signed-in.ts';

it('a restored backup knows passwords, and no session or link of before', async () => {
  const city = await openCityServer();
  const door = await city.server.door();
  const head = await signIn({ url: city.server.url, door }, { role: 'head', area: 'a' });
  const { dataDir } = city.server;
  const file = join(dataDir, 'backup.gz');
  await writeBackup({ ...city.database, dataDir }, file, Date.now());
  const copy = await freshDatabase();
  await restoreBackup({ ...copy, dataDir }, file, createLogger('silent'));
  const count = `SELECT (SELECT count(*)::int FROM auth_session) AS sessions,
    (SELECT count(*)::int FROM one_time_link) AS links, (SELECT count(*)::int FROM auth_account) AS accounts`;
  expect((await city.database.pool.query(count)).rows).toEqual([{ sessions: 1, links: 2, accounts: 1 }]);
  expect((await copy.pool.query(count)).rows).toEqual([{ sessions: 0, links: 0, accounts: 1 }]);
  const server = await startServer({ databaseUrl: copy.connectionString });
  const again = await send(server.url, '/api/v1/session', { login: head.login, password: TEST_PASSWORD });
  expect(await again.json()).toEqual({ kind: 'signed_in', to: '/' });
  await server.remove();
  await copy.drop();
  await door.close();
  await city.close();
});
