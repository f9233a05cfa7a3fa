import type { Env } from '../env.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { clusterFiles, readPassword } from './cluster-files.ts';
import { checkDatabase, type Database, openDatabase } from './connect.ts';
import { databaseName } from './new-cluster.ts';
import { openPool } from './open-pool.ts';
import { readPostmasterFile } from './postmaster-file.ts';

/**
 * The database of this installation for reading beside a server that may or may not run: the embedded PostgreSQL of a
 * living server is used as it is, and without one it is started here. Errors: those of openDatabase.
 */
export async function openBeside(
  env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>,
  logger: Logger,
): Promise<Database> {
  try {
    return await openDatabase(env, logger);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'data_dir_in_use') throw error;
    const files = clusterFiles(env.DATA_DIR);
    const postmaster = await readPostmasterFile(files.data);
    if (!postmaster) throw error;
    const password = await readPassword(files.password);
    const connectionString = `postgresql://${databaseName}:${password}@127.0.0.1:${postmaster.port}/${databaseName}`;
    const pool = openPool(connectionString, 2, (err) => logger.warn({ err }, 'database.connection_lost'));
    await checkDatabase(pool, logger);
    return { connectionString, pool, embedded: true, close: () => pool.end() };
  }
}
