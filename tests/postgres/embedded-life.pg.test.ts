import { chown, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { isAlive } from '../../server/db/postmaster-file.ts';
import { ask, embeddedFolder, kill } from '../support/embedded-folder.ts';

const folder = embeddedFolder();
const isRoot = process.getuid?.() === 0;

describe('the embedded PostgreSQL', () => {
  test('starts in a new folder: on loopback only, by password, in UTC, safe on disk', async () => {
    const { connectionString, reattached } = await folder.start();
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
    expect((await stat(folder.path('postgres-password'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder.path('postgres'))).mode & 0o077).toBe(0);
  });

  test('stops cleanly and starts again with its data, on its port', async () => {
    const first = await folder.start();
    await ask(first.connectionString, 'create table kept as select 42 as n');
    const pid = await folder.postmasterPid();
    await folder.stop(first);
    expect(isAlive(pid)).toBe(false);
    expect(await readdir(folder.path('postgres'))).not.toContain('postmaster.pid');
    const again = await folder.start();
    expect(again.reattached).toBe(false);
    expect(again.connectionString).toBe(first.connectionString);
    expect(await ask(again.connectionString, 'select n from kept')).toEqual([{ n: 42 }]);
    expect(await readFile(folder.path('postgres.log'), 'utf8')).not.toMatch(/not properly shut down/);
  });

  test('outlives a killed server and is taken over by the next', async () => {
    const owner = await folder.startOwner();
    await ask(owner.connectionString, 'create table kept as select 42 as n');
    const pid = await folder.postmasterPid();
    await kill(owner);
    const next = await folder.start();
    expect(next).toMatchObject({ reattached: true, connectionString: owner.connectionString });
    expect(await folder.postmasterPid()).toBe(pid);
    expect(await ask(next.connectionString, 'select n from kept')).toEqual([{ n: 42 }]);
    await folder.stop(next);
    await expect(ask(next.connectionString, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('gives a new folder to one of two servers that start together', async () => {
    const outcomes = await Promise.allSettled([folder.start(), folder.start()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'data_dir_in_use' });
    expect((await readdir(folder.dataDir)).sort()).toEqual([
      'postgres',
      'postgres-password',
      'postgres-port',
      'postgres.log',
    ]);
  });

  test('comes back by itself, on the same port, when it is killed', async () => {
    const { connectionString } = await folder.start();
    await ask(connectionString, 'create table kept as select 42 as n');
    const pid = await folder.postmasterPid();
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => ask(connectionString, 'select n from kept').catch(() => null), { timeout: 20_000 })
      .toEqual([{ n: 42 }]);
    expect(await folder.postmasterPid()).not.toBe(pid);
  });

  test('starts although a power cut left postmaster.pid with a number now somebody else’s', async () => {
    const first = await folder.start();
    const pidFile = folder.path('postgres', 'postmaster.pid');
    const text = await readFile(pidFile, 'utf8');
    await folder.stop(first);
    const [, place, , ...rest] = text.split('\n');
    await writeFile(pidFile, [process.ppid, place, 1_000_000_000, ...rest].join('\n'));
    if (isRoot) await chown(pidFile, 65_534, 65_534);
    expect((await folder.start()).reattached).toBe(false);
  });

  test('writes no statement and no value into its log', async () => {
    const { connectionString } = await folder.start();
    await ask(connectionString, 'create table person (phone text unique)');
    const twice = "insert into person values ('0912345678'), ('0912345678')";
    await expect(ask(connectionString, twice)).rejects.toMatchObject({ code: '23505' });
    const log = await readFile(folder.path('postgres.log'), 'utf8');
    expect(log).toMatch(/duplicate key/);
    expect(log).not.toMatch(/0912345678|insert into/);
  });
});
