import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { projectFolder } from '../project-folder.ts';

/** One step of the schema, in Prisma's folder layout: `<name>/migration.sql`. */
export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of the file in hex, as Prisma computes it. */
  checksum: string;
}

export function migrationsFolder(): string {
  return join(projectFolder(), 'prisma', 'migrations');
}

/** All migrations in the order of their names. Error: migrations_missing. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    return await Promise.all(names.sort().map((name) => readMigration(folder, name)));
  } catch (error) {
    throw new AppError(
      'migrations_missing',
      `Không đọc được các bước nâng cấp cơ sở dữ liệu ở ${folder} · The migrations in ${folder} cannot be read`,
      error,
    );
  }
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
