import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectionConfig } from '../../server/db/connection-config.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/db/embedded-postgres.ts';
import { isAlive, readPostmasterFile } from '../../server/db/postmaster-file.ts';
import { createLogger } from '../../server/logger.ts';
import { projectFolder } from '../../server/project-folder.ts';

const logger = createLogger('silent');
const isRoot = process.getuid?.() === 0;
/** A user that every system knows, neither root nor the one root runs PostgreSQL as. */
const ordinaryUser = { uid: 1, gid: 1 };
const ownerScript = join(projectFolder(), 'tests', 'support', 'embedded-owner.ts');

interface Owner {
  process: ChildProcess;
  connectionString: string;
  reattached: boolean;
}

let dataDir: string;
let running: EmbeddedPostgres[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-embedded-'));
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  running = [];
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, logger });
  running.push(postgres);
  return postgres;
}

async function stop(postgres: EmbeddedPostgres): Promise<void> {
  running = running.filter((one) => one !== postgres);
  await postgres.stop();
}

/** Another process that owns the PostgreSQL of `dataDir`. */
async function startOwner(user = {}): Promise<Owner> {
  const child = spawn(process.execPath, ['--import', 'tsx', ownerScript, dataDir], {
    ...user,
    cwd: projectFolder(),
    env: { ...process.env, ...(isRoot ? { HOME: '/nonexistent' } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), once(lines, 'close')]);
  if (line === undefined) throw new Error('the owner did not start');
  return { process: child, ...JSON.parse(line) };
}

async function kill(owner: Owner): Promise<void> {
  owner.process.kill('SIGKILL');
  await once(owner.process, 'close');
}

async function ask(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(connectionConfig(connectionString));
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  const file = await readPostmasterFile(join(dataDir, 'postgres'));
  if (!file) throw new Error('no postmaster.pid');
  return file.pid;
}

describe('the embedded PostgreSQL', () => {
  test('starts in a new folder: on loopback only, by password, in UTC, safe on disk', async () => {
    const { connectionString, reattached } = await start();
    expect(reattached).toBe(false);
    const [settings] = await ask(
      connectionString,
      `select current_setting('listen_addresses') as address, current_setting('unix_socket_directories') as sockets,
         current_setting('TimeZone') as zone, current_setting('fsync') as fsync,
         current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit,
         current_setting('server_encoding') as encoding, current_setting('lc_collate', true) as collate,
         array(select lower(s collate "vi-x-icu") from unnest(array['Ôn','An','Đạt','Dũng']) s
               order by s collate "vi-x-icu") as names,
         (select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256') as open_doors`,
    );
    expect(settings).toMatchObject({
      address: '127.0.0.1',
      sockets: '',
      zone: 'UTC',
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      encoding: 'UTF8',
      names: ['an', 'dũng', 'đạt', 'ôn'],
      open_doors: 0,
    });
    const wrong = new URL(connectionString);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o077).toBe(0);
  });

  test('stops cleanly and starts again with its data, on its port', async () => {
    const first = await start();
    await ask(first.connectionString, 'create table kept as select 42 as n');
    const pid = await postmasterPid();
    await stop(first);
    expect(isAlive(pid)).toBe(false);
    expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
    const again = await start();
    expect(again.reattached).toBe(false);
    expect(again.connectionString).toBe(first.connectionString);
    expect(await ask(again.connectionString, 'select n from kept')).toEqual([{ n: 42 }]);
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toMatch(/not properly shut down/);
  });

  test('outlives a killed server and is taken over by the next', async () => {
    const owner = await startOwner();
    await ask(owner.connectionString, 'create table kept as select 42 as n');
    const pid = await postmasterPid();
    await kill(owner);
    const next = await start();
    expect(next).toMatchObject({ reattached: true, connectionString: owner.connectionString });
    expect(await postmasterPid()).toBe(pid);
    expect(await ask(next.connectionString, 'select n from kept')).toEqual([{ n: 42 }]);
    await stop(next);
    await expect(ask(next.connectionString, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('refuses a second server on the same folder and leaves the first undisturbed', async () => {
    const owner = await startOwner();
    await expect(start()).rejects.toMatchObject({
      code: 'data_dir_in_use',
      message: expect.stringMatching(
        new RegExp(`tiến trình ${owner.process.pid}.*process ${owner.process.pid}`),
      ),
    });
    expect(await ask(owner.connectionString, 'select 1 as n')).toEqual([{ n: 1 }]);
    owner.process.kill('SIGTERM');
    await once(owner.process, 'close');
    expect((await start()).reattached).toBe(false);
  });

  test('gives a new folder to one of two servers that start together', async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'data_dir_in_use' });
    expect((await readdir(dataDir)).sort()).toEqual([
      'postgres',
      'postgres-password',
      'postgres-port',
      'postgres.log',
    ]);
  });

  test('comes back by itself, on the same port, when it is killed', async () => {
    const { connectionString } = await start();
    await ask(connectionString, 'create table kept as select 42 as n');
    const pid = await postmasterPid();
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => ask(connectionString, 'select n from kept').catch(() => null), { timeout: 20_000 })
      .toEqual([{ n: 42 }]);
    expect(await postmasterPid()).not.toBe(pid);
  });

  test('starts although a power cut left postmaster.pid with a number now somebody else’s', async () => {
    const first = await start();
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    const text = await readFile(pidFile, 'utf8');
    await stop(first);
    const [, folder, , ...rest] = text.split('\n');
    await writeFile(pidFile, [process.ppid, folder, 1_000_000_000, ...rest].join('\n'));
    if (isRoot) await chown(pidFile, 65_534, 65_534);
    expect((await start()).reattached).toBe(false);
  });

  test('refuses the folder of another major version', async () => {
    const data = join(dataDir, 'postgres');
    await mkdir(data, { mode: 0o700 });
    await writeFile(join(data, 'PG_VERSION'), '12\n');
    await expect(start()).rejects.toMatchObject({
      code: 'postgres_other_major',
      message: expect.stringMatching(/PostgreSQL 12.*PostgreSQL 18.*DATA_DIR/s),
    });
    expect(await readdir(data)).toEqual(['PG_VERSION']);
  });

  test('refuses a folder that holds something else', async () => {
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'Kính gửi');
    await expect(start()).rejects.toMatchObject({ code: 'postgres_folder_foreign' });
  });

  test('refuses to start without the password of its data', async () => {
    await stop(await start());
    await rm(join(dataDir, 'postgres-password'));
    await expect(start()).rejects.toMatchObject({ code: 'postgres_password_missing' });
  });

  test('refuses a wrong password file and leaves nothing running', async () => {
    await stop(await start());
    await writeFile(join(dataDir, 'postgres-password'), 'another');
    await expect(start()).rejects.toMatchObject({ code: 'postgres_password_wrong' });
    expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
  });

  test('says what PostgreSQL said when it cannot start', async () => {
    await stop(await start());
    await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'shared_buffers = lots\n');
    await expect(start()).rejects.toMatchObject({
      code: 'postgres_start_failed',
      message: expect.stringMatching(/postgres\.log.*shared_buffers/s),
    });
  });

  test('writes no statement and no value into its log', async () => {
    const { connectionString } = await start();
    await ask(connectionString, 'create table person (phone text unique)');
    const twice = "insert into person values ('0912345678'), ('0912345678')";
    await expect(ask(connectionString, twice)).rejects.toMatchObject({ code: '23505' });
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toMatch(/duplicate key/);
    expect(log).not.toMatch(/0912345678|insert into/);
  });
});

describe.runIf(isRoot)('the embedded PostgreSQL under root', () => {
  test.each([
    ['below a folder that only root may pass', 0o700],
    ['below a folder that all may pass', 0o755],
  ])('runs as an ordinary user, %s', async (_where, mode) => {
    await chmod(dataDir, mode);
    await start();
    expect((await stat(`/proc/${await postmasterPid()}`)).uid).toBe(65_534);
  });

  test('runs for an ordinary user as that user, and for root afterwards too', async () => {
    await chown(dataDir, ordinaryUser.uid, ordinaryUser.gid);
    const owner = await startOwner(ordinaryUser);
    const pid = await postmasterPid();
    expect((await stat(`/proc/${pid}`)).uid).toBe(ordinaryUser.uid);
    await kill(owner);
    const next = await start();
    expect(next.reattached).toBe(true);
    await stop(next);
    await start();
    expect((await stat(`/proc/${await postmasterPid()}`)).uid).toBe(ordinaryUser.uid);
  });
});
