import { mkdir, stat } from 'node:fs/promises';
import type { Logger } from '../logger.ts';
import { clusterFiles, createPassword, readPassword } from './cluster-files.ts';
import { hasCluster } from './data-folder.ts';
import { createCluster } from './new-cluster.ts';
import { giveFolder, type PostgresAccount, postgresAccount } from './postgres-account.ts';
import { findBinaries, type PostgresBinaries } from './postgres-binaries.ts';

/** An embedded PostgreSQL on disk, running or not. */
export interface Cluster {
  files: ReturnType<typeof clusterFiles>;
  binaries: PostgresBinaries;
  account: PostgresAccount | null;
  password: string;
}

/** Finds or makes the cluster of DATA_DIR, without starting it. */
export async function prepareCluster(dataDir: string, logger: Logger): Promise<Cluster> {
  // Passable but not listable: root's PostgreSQL runs as somebody else. What is secret inside is 0600.
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const files = clusterFiles(dataDir);
  const account = await postgresAccount(files.data);
  const binaries = await findBinaries(account, dataDir);
  if (await hasCluster(files.data, binaries.major)) {
    // Such as a folder that root restored from a copy.
    if (account && (await stat(files.data)).uid === 0) await giveFolder(files.data, account);
    return { files, binaries, account, password: await readPassword(files.password) };
  }
  const password = await createPassword(files.password);
  await createCluster(files.data, binaries, account, password);
  logger.info({ folder: files.data }, 'postgres.created');
  return { files, binaries, account, password };
}
