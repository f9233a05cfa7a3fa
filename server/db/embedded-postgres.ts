import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../logger.ts';
import { type Cluster, prepareCluster } from './cluster.ts';
import { bringUp, type OwnedPostmaster } from './cluster-start.ts';
import { databaseName } from './new-cluster.ts';
import { stopPostmaster } from './postmaster.ts';

export interface EmbeddedPostgres {
  /** Holds the password: never to a log. */
  connectionString: string;
  /** It was already running, left by a server that was killed. */
  reattached: boolean;
  /** Stops PostgreSQL; everything is on disk when it resolves. Close your own connections first. */
  stop(): Promise<void>;
}

const retryMs = 1000;

/**
 * Starts the PostgreSQL in `<dataDir>/postgres`, or attaches to the one a killed server left running there, and keeps
 * it running until `stop`. Errors: data_dir_in_use, postgres_* (each says what to do).
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  logger: Logger;
}): Promise<EmbeddedPostgres> {
  const { dataDir, logger } = options;
  const cluster = await prepareCluster(dataDir, logger);
  const first = await bringUp(cluster, null);
  const { port, reattached } = first;
  logger.info({ port, pid: first.pid, reattached }, 'postgres.ready');
  const stop = supervise(cluster, first, logger);
  const connectionString = `postgresql://${databaseName}:${cluster.password}@127.0.0.1:${port}/${databaseName}`;
  return { connectionString, reattached, stop };
}

/** Brings PostgreSQL up again whenever the owner's session ends unasked. Gives the way to stop it. */
function supervise(cluster: Cluster, first: OwnedPostmaster, logger: Logger): () => Promise<void> {
  const stopping = new AbortController();
  let current = first;
  let recovery = Promise.resolve();

  const watch = () => {
    current.session.once('end', () => {
      if (!stopping.signal.aborted) recovery = recover();
    });
  };

  const recover = async () => {
    logger.error({ pid: current.pid }, 'postgres.lost');
    while (!stopping.signal.aborted) {
      try {
        current = await bringUp(cluster, first.port);
        logger.info({ pid: current.pid, reattached: current.reattached }, 'postgres.ready');
        return watch();
      } catch (err) {
        // A full disk, for example: it must come back by itself once there is room.
        logger.error({ err }, 'postgres.start_failed');
        await delay(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };

  watch();
  return async () => {
    stopping.abort();
    await recovery;
    await stopPostmaster(cluster, current.pid);
    await current.session.end();
    logger.info({ pid: current.pid }, 'postgres.stopped');
  };
}
