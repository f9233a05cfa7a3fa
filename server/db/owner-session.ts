import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { AppError } from '../errors.ts';
import type { Cluster } from './cluster.ts';
import { databaseName } from './new-cluster.ts';

/** In the maintenance database, which holds nothing else; the log's writer has its own lock in the product's. */
const ownerLock = 0x7468_646f;
const maintenanceDatabase = 'postgres';
const lockPatienceMs = 1500;

/** Opens the session by which a server owns the cluster for as long as it lives. Throws what `pg` throws. */
export async function openOwnerSession(cluster: Cluster, port: number): Promise<Client> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: databaseName,
    password: cluster.password,
    database: maintenanceDatabase,
    application_name: `thuoc-do owner ${process.pid}`,
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  // 'end' follows every error and is what the supervisor watches.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * Proves that the PostgreSQL we talk to serves this very folder: it must read a file we put there. Its own word for
 * the folder would not do: a copied folder names the original, a linked one has two names.
 * Error: postgres_other_folder.
 */
export async function proveFolder(client: Client, cluster: Cluster): Promise<void> {
  const proof = `thuoc-do-${randomUUID()}`;
  const file = join(cluster.files.data, proof);
  await writeFile(file, '', { mode: 0o644 });
  try {
    const { rows } = await client.query<{ folder: string; serves: boolean }>(
      `select current_setting('data_directory') as folder, (pg_stat_file($1::text, true)).size is not null as serves`,
      [proof],
    );
    if (rows[0]?.serves) return;
    throw new AppError(
      'postgres_other_folder',
      `PostgreSQL đang chạy phục vụ ${rows[0]?.folder}, không phải ${cluster.files.data}. Nếu đây là bản chép, hãy xóa postmaster.pid trong đó. · ` +
        `The PostgreSQL that runs serves ${rows[0]?.folder}, not ${cluster.files.data}. If this is a copy, delete its postmaster.pid.`,
    );
  } finally {
    await rm(file, { force: true });
  }
}

/**
 * Makes this session the owner. A killed owner's session ends within moments, so a short wait tells an orphan from
 * the PostgreSQL of a server that lives. Error: data_dir_in_use.
 */
export async function takeOwnership(client: Client, cluster: Cluster): Promise<void> {
  const deadline = Date.now() + lockPatienceMs;
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      ownerLock,
    ]);
    if (rows[0]?.taken) return;
    if (Date.now() > deadline) break;
    await delay(50);
  }
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [ownerLock],
  );
  const owner = rows[0]?.name.split(' ').at(-1) ?? '?';
  throw new AppError(
    'data_dir_in_use',
    `Một máy chủ khác (tiến trình ${owner}) đang dùng ${cluster.files.data}. Hãy dừng nó hoặc đặt DATA_DIR khác. · ` +
      `Another server (process ${owner}) is using ${cluster.files.data}. Stop it or set another DATA_DIR.`,
  );
}

/** Makes the product's database where a new cluster has none. */
export async function ensureDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
  if (rowCount === 0) await client.query(`create database ${databaseName}`);
}
