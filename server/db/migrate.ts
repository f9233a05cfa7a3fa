import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { AppError, errorText } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { type Migration, migrationsFolder, readMigrations } from './migration-folder.ts';

/** Prisma's own key: `prisma migrate deploy` and we exclude each other. */
const prismaLock = 72_707_369;

/** Exactly the table that Prisma makes and reads. */
const bookTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

interface BookEntry {
  name: string;
  checksum: string;
  finished: boolean;
}

/**
 * Brings the schema up to date and gives the names of what was applied. Each migration is one transaction: applied
 * and booked, or neither. Errors: migrations_missing, migration_changed, migration_unfinished, migration_unknown,
 * migration_failed.
 */
export async function migrate(pool: Pool, logger: Logger, folder = migrationsFolder()): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [prismaLock]);
    await client.query(bookTable);
    const applied = await checkBook(client, migrations);
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of pending) {
      await apply(client, migration);
      logger.info({ migration: migration.name }, 'database.migrated');
    }
    return pending.map(({ name }) => name);
  } finally {
    // The connection goes, and with it the lock and whatever the migrations set in their session.
    client.release(true);
  }
}

/** The names of applied migrations, once they agree with the files. */
async function checkBook(client: PoolClient, migrations: Migration[]): Promise<Set<string>> {
  const { rows } = await client.query<BookEntry>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at`,
  );
  for (const { name, checksum, finished } of rows) {
    const migration = migrations.find((one) => one.name === name);
    if (!migration) {
      throw new AppError(
        'migration_unknown',
        `Cơ sở dữ liệu mới hơn phần mềm: bước ${name} không có ở đây; hãy dùng phiên bản mới hơn. · ` +
          `The database is newer than this program: migration ${name} is not here; use a newer version.`,
      );
    }
    if (!finished) {
      throw new AppError(
        'migration_unfinished',
        `Bước nâng cấp ${name} đã dở dang; hãy sửa bằng "prisma migrate resolve" hoặc khôi phục bản sao lưu. · ` +
          `Migration ${name} was left unfinished; settle it with "prisma migrate resolve" or restore a backup.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new AppError(
        'migration_changed',
        `Bước nâng cấp ${name} đã áp dụng nhưng tệp bị sửa; hãy trả lại tệp cũ và viết bước mới. · ` +
          `Migration ${name} was applied but its file has changed; restore the file and write a new migration.`,
      );
    }
  }
  return new Set(rows.map(({ name }) => name));
}

async function apply(client: PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at)
       values ($1, $2, $3, clock_timestamp())`,
      [randomUUID(), checksum, name],
    );
    await client.query(sql);
    await client.query(
      `update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1
       where migration_name = $1 and rolled_back_at is null`,
      [name],
    );
    await client.query('commit');
  } catch (error) {
    throw new AppError(
      'migration_failed',
      `Bước nâng cấp ${name} không áp dụng được, cơ sở dữ liệu giữ nguyên như trước: ${errorText(error)} · ` +
        `Migration ${name} could not be applied, the database is as before: ${errorText(error)}`,
      error,
    );
  }
}
