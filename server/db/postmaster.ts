import { type ChildProcess, spawn } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../errors.ts';
import type { Cluster } from './cluster.ts';
import { postgresSurroundings } from './postgres-surroundings.ts';
import { isAlive, readPostmasterFile } from './postmaster-file.ts';
import { openForAccount } from './reachable-folder.ts';

const megabyte = 1024 * 1024;
const fastStopMs = 60_000;
const farewellMs = 500;

/** What was started: `complaint()` is what it wrote to its log since. */
export interface StartedPostmaster {
  process: ChildProcess;
  complaint(): Promise<string>;
}

/** Starts PostgreSQL in a session of its own: it outlives us when we are killed, and Ctrl-C is not for it. */
export async function startPostmaster(cluster: Cluster, port: number): Promise<StartedPostmaster> {
  await turnLogOver(cluster.files.log);
  const log = await open(cluster.files.log, 'a', 0o600);
  try {
    const { size } = await log.stat();
    const process = await spawnPostgres(cluster, port, log.fd);
    return { process, complaint: () => readFrom(cluster.files.log, size) };
  } finally {
    await log.close();
  }
}

async function spawnPostgres(cluster: Cluster, port: number, log: number): Promise<ChildProcess> {
  const folder = await openForAccount(cluster.files.data, cluster.account);
  try {
    const process = spawn(
      cluster.binaries.postgres,
      ['-D', folder.path, ...settings(port).flatMap((setting) => ['-c', setting])],
      {
        ...cluster.account,
        ...postgresSurroundings(),
        detached: true,
        stdio: ['ignore', log, log, ...folder.stdio],
      },
    );
    await new Promise((resolve, reject) => {
      process.once('spawn', resolve);
      process.once('error', reject);
    });
    process.unref();
    return process;
  } finally {
    folder.close();
  }
}

/** On the command line, so that no postgresql.conf can undo them. Statements and their values stay out of the log. */
function settings(port: number): string[] {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'logging_collector=off',
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'log_statement=none',
    'log_min_duration_statement=-1',
  ];
}

async function turnLogOver(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    // No log yet.
    () => 0,
  );
  if (size > 16 * megabyte) await rename(file, `${file}.1`);
}

async function readFrom(file: string, start: number): Promise<string> {
  const log = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await log.read(Buffer.alloc(4096), 0, 4096, start);
    return buffer.toString('utf8', 0, bytesRead).trim();
  } finally {
    await log.close();
  }
}

/**
 * Stops the PostgreSQL of process `pid` as it should be stopped: sessions ended, everything on disk. Returns when it
 * is gone. Error: postgres_stop_failed, after a minute.
 */
export async function stopPostmaster(cluster: Cluster, pid: number): Promise<void> {
  const isThere = async () => (await readPostmasterFile(cluster.files.data))?.pid === pid && isAlive(pid);
  if (!(await isThere())) return;
  interrupt(cluster, pid);
  const deadline = Date.now() + fastStopMs;
  while (await isThere()) {
    if (Date.now() > deadline) {
      throw new AppError(
        'postgres_stop_failed',
        `PostgreSQL (tiến trình ${pid}) không dừng sau một phút · PostgreSQL (process ${pid}) did not stop in a minute`,
      );
    }
    await delay(10);
  }
  // The file goes last, the process a moment later: for ever a zombie where nobody collects orphans.
  const farewell = Date.now() + farewellMs;
  while (isAlive(pid) && Date.now() < farewell) await delay(5);
}

function interrupt(cluster: Cluster, pid: number): void {
  // Windows has no such signal; PostgreSQL's own tool knows how to say it there.
  if (process.platform === 'win32') spawn(cluster.binaries.pgCtl, ['kill', 'INT', String(pid)]);
  else process.kill(pid, 'SIGINT');
}
