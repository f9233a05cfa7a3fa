import type { Pool } from 'pg';
import type { Env } from '../env.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { openPool } from './open-pool.ts';

export interface Database {
  /** Holds the password: never to a log. Connect with `connectionConfig(connectionString)`. */
  connectionString: string;
  pool: Pool;
  /** Ours, in DATA_DIR, rather than the one of DATABASE_URL. */
  embedded: boolean;
  /** Ends the pool and stops the embedded PostgreSQL. */
  close(): Promise<void>;
}

const poolSize = 10;
const oldestVersion = 150_000;

/**
 * The database of this installation: that of DATABASE_URL, else the embedded one, started here.
 * Errors: those of startEmbeddedPostgres, database_unreachable, database_too_old, database_not_utc,
 * database_not_utf8.
 */
export async function openDatabase(
  env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>,
  logger: Logger,
): Promise<Database> {
  const postgres =
    env.DATABASE_URL === undefined ? await startEmbeddedPostgres({ dataDir: env.DATA_DIR, logger }) : null;
  const connectionString = postgres?.connectionString ?? env.DATABASE_URL ?? '';
  const pool = openPool(connectionString, poolSize, (err) =>
    logger.warn({ err }, 'database.connection_lost'),
  );
  const close = async () => {
    await pool.end();
    await postgres?.stop();
  };
  try {
    await checkDatabase(pool, logger);
  } catch (error) {
    await close();
    throw error;
  }
  return { connectionString, pool, embedded: postgres !== null, close };
}

interface Settings {
  version: number;
  zone: string;
  encoding: string;
  fsync: string;
  commit: string;
}

/** Refuses a database in which instants or texts would come out wrong, rather than running on it. */
export async function checkDatabase(pool: Pool, logger: Logger): Promise<void> {
  const settings = await readSettings(pool);
  if (settings.version < oldestVersion) {
    const found = Math.floor(settings.version / 10_000);
    throw new AppError(
      'database_too_old',
      `Cần PostgreSQL 15 trở lên, máy chủ là ${found} · PostgreSQL 15 or newer is needed, the server is ${found}`,
    );
  }
  if (settings.zone !== 'UTC') {
    throw new AppError(
      'database_not_utc',
      `Phiên làm việc phải dùng múi giờ UTC, đang là ${settings.zone} (bộ gộp kết nối đã bỏ tham số options?) · ` +
        `Sessions must be in UTC, this one is in ${settings.zone} (a connection pooler that drops "options"?)`,
    );
  }
  if (settings.encoding !== 'UTF8') {
    throw new AppError(
      'database_not_utf8',
      `Cơ sở dữ liệu phải dùng mã UTF8, đang là ${settings.encoding} · The database must be in UTF8, it is in ${settings.encoding}`,
    );
  }
  if (settings.fsync === 'off' || settings.commit === 'off') {
    logger.warn({ fsync: settings.fsync, synchronousCommit: settings.commit }, 'database.not_durable');
  }
}

async function readSettings(pool: Pool): Promise<Settings> {
  try {
    const { rows } = await pool.query<Settings>(
      `select current_setting('server_version_num')::int as version, current_setting('TimeZone') as zone,
         current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
         current_setting('synchronous_commit') as commit`,
    );
    const [settings] = rows;
    if (settings) return settings;
    throw new Error('no answer');
  } catch (error) {
    throw new AppError(
      'database_unreachable',
      'Không kết nối được cơ sở dữ liệu; hãy kiểm tra DATABASE_URL · The database cannot be reached; check DATABASE_URL',
      error,
    );
  }
}
