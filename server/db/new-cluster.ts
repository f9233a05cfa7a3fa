import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AppError, errorCode, errorText } from '../errors.ts';
import type { PostgresAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { postgresSurroundings } from './postgres-surroundings.ts';
import { isAlive } from './postmaster-file.ts';
import { openForAccount } from './reachable-folder.ts';

/** The superuser of the cluster, and the name of its database. */
export const databaseName = 'thuoc_do';

/** Written to postgresql.conf of a new folder, where an administrator may change them. Nothing touches durability. */
const settings = ['max_connections=50', 'shared_buffers=128MB', 'random_page_cost=1.1', 'jit=off'];

/**
 * Makes a new cluster in `folder`. It is built beside it and renamed when complete: a start that was killed leaves no
 * half folder, and of two servers that start together one wins. Error: postgres_initdb_failed.
 */
export async function createCluster(
  folder: string,
  binaries: PostgresBinaries,
  account: PostgresAccount | null,
  password: string,
): Promise<void> {
  await removeAbandonedDrafts(folder);
  const draft = `${folder}.new-${process.pid}-${randomUUID()}`;
  try {
    await mkdir(draft, { mode: 0o700 });
    if (account) await chown(draft, account.uid, account.gid);
    await runInitdb(draft, binaries, account, password);
    await putInPlace(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function removeAbandonedDrafts(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.new-`;
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix)) continue;
    const maker = Number.parseInt(name.slice(prefix.length), 10);
    if (!isAlive(maker)) await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

async function runInitdb(
  draft: string,
  binaries: PostgresBinaries,
  account: PostgresAccount | null,
  password: string,
): Promise<void> {
  const folder = await openForAccount(draft, account);
  const secret = await mkdtemp(join(tmpdir(), 'thuoc-do-'));
  const passwordFile = join(secret, 'password');
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) {
      await chown(passwordFile, account.uid, account.gid);
      await chown(secret, account.uid, account.gid);
    }
    const initdb = spawn(
      binaries.initdb,
      [
        ...['-D', folder.path, '-U', databaseName, '--pwfile', passwordFile, '--auth=scram-sha-256'],
        ...['--locale=C', '--encoding=UTF8', '--no-instructions'],
        ...settings.flatMap((setting) => ['--set', setting]),
      ],
      { ...account, ...postgresSurroundings(), stdio: ['ignore', 'ignore', 'pipe', ...folder.stdio] },
    );
    const ended = new Promise<number | null>((resolve, reject) => {
      initdb.once('error', reject);
      initdb.once('close', resolve);
    });
    const [status, complaint] = await Promise.all([ended, initdb.stderr ? text(initdb.stderr) : '']);
    if (status !== 0) throw new Error(complaint.trim());
  } catch (error) {
    throw new AppError(
      'postgres_initdb_failed',
      `Không tạo được cơ sở dữ liệu trong ${dirname(draft)} · No database could be made in ${dirname(draft)}\n${errorText(error)}`,
      error,
    );
  } finally {
    folder.close();
    await rm(secret, { recursive: true, force: true });
  }
}

async function putInPlace(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    // Another server was faster; its cluster is as good.
    if (errorCode(error) === 'ENOTEMPTY' || errorCode(error) === 'EEXIST') return;
    throw error;
  }
  if (process.platform === 'win32') return;
  // The new name itself must survive a power cut.
  const parent = await open(dirname(folder), 'r');
  await parent.sync().finally(() => parent.close());
}
