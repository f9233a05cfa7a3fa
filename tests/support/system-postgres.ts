import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../../server/db/cluster.ts';
import { clusterFiles } from '../../server/db/cluster-files.ts';
import { bringUp } from '../../server/db/cluster-start.ts';
import { databaseName } from '../../server/db/new-cluster.ts';
import { giveFolder, postgresAccount } from '../../server/db/postgres-account.ts';
import { stopPostmaster } from '../../server/db/postmaster.ts';

const debianFolder = '/usr/lib/postgresql';

/** Folder of the programs of the distribution's newest PostgreSQL, null where none is installed. */
export const systemPostgres = findSystemPostgres();

function findSystemPostgres(): string | null {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).map(Number) : [];
  const [newest] = versions.filter(Number.isInteger).sort((a, b) => b - a);
  return newest === undefined ? null : join(debianFolder, String(newest), 'bin');
}

/** Starts a throw-away cluster with those programs. Stops and removes it at `stop`. */
export async function startSystemPostgres(bin: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-system-'));
  await chmod(dataDir, 0o755);
  const files = clusterFiles(dataDir);
  const account = await postgresAccount(files.data);
  if (account) await giveFolder(dataDir, account);
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', files.data, '-U', databaseName, '--auth=trust', '--locale=C', '--encoding=UTF8', '--no-sync'],
    { ...account, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const binaries = { initdb: '', postgres: join(bin, 'postgres'), pgCtl: join(bin, 'pg_ctl'), major: 0 };
  const cluster: Cluster = { files, binaries, account, password: 'not asked for' };
  const owned = await bringUp(cluster, null);
  const stop = async () => {
    await stopPostmaster(cluster, owned.pid);
    await owned.session.end();
    await rm(dataDir, { recursive: true });
  };
  return { url: `postgresql://${databaseName}@127.0.0.1:${owned.port}/${databaseName}`, stop };
}
