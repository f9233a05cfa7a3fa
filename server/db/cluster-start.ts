import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { AppError, errorCode } from '../errors.ts';
import type { Cluster } from './cluster.ts';
import { choosePort } from './cluster-files.ts';
import { ensureDatabase, openOwnerSession, proveFolder, takeOwnership } from './owner-session.ts';
import { type StartedPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import {
  isAlive,
  isOlderThanBoot,
  type PostmasterFile,
  postmasterFilePath,
  readPostmasterFile,
} from './postmaster-file.ts';

/** A PostgreSQL that runs and is ours. */
export interface OwnedPostmaster {
  session: Client;
  pid: number;
  port: number;
  /** It was running before: the orphan of a server that was killed. */
  reattached: boolean;
}

const stepMs = 20;
/** Refusals in a row after which the process named in the folder is taken for somebody else's. */
const refusalsBelieved = 25;
/** Recovery after a crash reads the write-ahead log: minutes on a slow disk. */
const patienceMs = 10 * 60_000;
const bindAttempts = 3;

/**
 * Attaches to the PostgreSQL that runs in the cluster's folder, or starts it. A given port is kept: connection strings
 * that name it are in use. Errors: data_dir_in_use, postgres_start_failed, postgres_password_wrong,
 * postgres_other_folder.
 */
export async function bringUp(cluster: Cluster, fixedPort: number | null): Promise<OwnedPostmaster> {
  const deadline = Date.now() + patienceMs;
  let started: StartedPostmaster | null = null;
  let starts = 0;
  let refusals = 0;
  for (;;) {
    const live = await livePostmaster(cluster);
    const ours = live !== null && live.pid === started?.process.pid;
    if (live) {
      const session = await own(cluster, live, ours);
      if (typeof session !== 'string') {
        await writeFile(cluster.files.port, String(live.port), { mode: 0o600 });
        return { session, pid: live.pid, port: live.port, reattached: !ours };
      }
      refusals = session === 'refused' ? refusals + 1 : 0;
    }
    if (started && hasEnded(started)) {
      const complaint = await started.complaint();
      const portTaken = /could not (bind|create any TCP)/.test(complaint) && fixedPort === null;
      const beaten = live !== null && refusals < refusalsBelieved;
      if (!beaten && (!portTaken || starts >= bindAttempts)) throw startFailed(cluster, complaint);
      started = null;
    }
    if (!started && (live === null || refusals >= refusalsBelieved)) {
      if (live && isOlderThanBoot(live)) await rm(postmasterFilePath(cluster.files.data), { force: true });
      started = await startPostmaster(cluster, fixedPort ?? (await choosePort(cluster.files.port)));
      starts += 1;
    }
    if (Date.now() > deadline) throw startFailed(cluster, 'timeout');
    await delay(stepMs);
  }
}

async function livePostmaster(cluster: Cluster): Promise<PostmasterFile | null> {
  const file = await readPostmasterFile(cluster.files.data);
  return file && isAlive(file.pid) ? file : null;
}

/** The session of ownership, or why not yet: nobody listens, or PostgreSQL is starting or stopping. */
async function own(
  cluster: Cluster,
  live: PostmasterFile,
  ours: boolean,
): Promise<Client | 'refused' | 'busy'> {
  let session: Client | null = null;
  try {
    session = await openOwnerSession(cluster, live.port);
    await proveFolder(session, cluster);
    await takeOwnership(session, cluster);
    await ensureDatabase(session);
    return session;
  } catch (error) {
    await session?.end().catch(() => undefined);
    const code = errorCode(error);
    if (code === '57P03' || code === '57P01') return 'busy';
    if (!(error instanceof AppError) && code !== '28P01') return 'refused';
    if (ours && code !== 'data_dir_in_use') await stopPostmaster(cluster, live.pid);
    if (error instanceof AppError) throw error;
    throw new AppError(
      'postgres_password_wrong',
      `PostgreSQL trong ${cluster.files.data} không nhận mật khẩu ở ${cluster.files.password} · ` +
        `The PostgreSQL in ${cluster.files.data} refuses the password in ${cluster.files.password}`,
      error,
    );
  }
}

function hasEnded({ process }: StartedPostmaster): boolean {
  return process.exitCode !== null || process.signalCode !== null;
}

function startFailed(cluster: Cluster, complaint: string): AppError {
  return new AppError(
    'postgres_start_failed',
    `PostgreSQL không khởi động được; xem ${cluster.files.log} · PostgreSQL did not start; see ${cluster.files.log}\n${complaint}`,
  );
}
