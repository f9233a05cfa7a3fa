import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import { migrationsFolder, readMigrations } from '../../server/db/migration-folder.ts';
import { createLogger } from '../../server/logger.ts';
import { bareDatabase, type TestDatabase } from '../support/postgres.ts';

const logger = createLogger('silent');
const firstSql = 'create table first (id int primary key);\ninsert into first values (1);\n';
let database: TestDatabase;
let folder: string;

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function book(): Promise<Record<string, unknown>[]> {
  const { rows } = await database.pool.query('select * from _prisma_migrations order by started_at');
  return rows;
}

beforeEach(async () => {
  database = await bareDatabase();
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-migrations-'));
  await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  await write('0001_first', firstSql);
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('migrations', () => {
  test('are applied once, in the order of their names', async () => {
    await write('0002_second', 'alter table first add note text');
    expect(await migrate(database.pool, logger, folder)).toEqual(['0001_first', '0002_second']);
    expect(await migrate(database.pool, logger, folder)).toEqual([]);
    expect((await database.pool.query('select * from first')).rows).toEqual([{ id: 1, note: null }]);
  });

  test('are booked as Prisma books them', async () => {
    await migrate(database.pool, logger, folder);
    const [entry, ...others] = await book();
    expect(others).toEqual([]);
    expect(entry).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      checksum: createHash('sha256').update(firstSql).digest('hex'),
      finished_at: expect.any(Date),
      migration_name: '0001_first',
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date),
      applied_steps_count: 1,
    });
  });

  test('of two servers that start together are applied once', async () => {
    const both = await Promise.all([1, 2].map(() => migrate(database.pool, logger, folder)));
    expect(both.flat()).toEqual(['0001_first']);
    expect(await book()).toHaveLength(1);
  });

  test('are refused when an applied file has changed', async () => {
    await migrate(database.pool, logger, folder);
    await write('0001_first', `${firstSql}-- later thought\n`);
    await expect(migrate(database.pool, logger, folder)).rejects.toMatchObject({
      code: 'migration_changed',
      message: expect.stringContaining('0001_first'),
    });
  });

  test('leave nothing behind when one fails, and go on once it is mended', async () => {
    await write('0002_second', 'create table second (id int); select * from nowhere');
    await expect(migrate(database.pool, logger, folder)).rejects.toMatchObject({
      code: 'migration_failed',
      message: expect.stringMatching(/0002_second.*nowhere/s),
    });
    expect((await database.pool.query("select to_regclass('second') as second")).rows).toEqual([
      { second: null },
    ]);
    await write('0002_second', 'create table second (id int)');
    expect(await migrate(database.pool, logger, folder)).toEqual(['0002_second']);
  });

  test('are refused after one that Prisma left unfinished', async () => {
    await migrate(database.pool, logger, folder);
    await database.pool.query('update _prisma_migrations set finished_at = null');
    await expect(migrate(database.pool, logger, folder)).rejects.toMatchObject({
      code: 'migration_unfinished',
    });
    await database.pool.query('update _prisma_migrations set rolled_back_at = now()');
    await database.pool.query('drop table first');
    expect(await migrate(database.pool, logger, folder)).toEqual(['0001_first']);
  });

  test('are refused by a program older than the database', async () => {
    await write('0002_second', 'create table second (id int)');
    await migrate(database.pool, logger, folder);
    await rm(join(folder, '0002_second'), { recursive: true });
    await expect(migrate(database.pool, logger, folder)).rejects.toMatchObject({ code: 'migration_unknown' });
  });

  test('of the product are found from the source and carry its whole schema', async () => {
    const names = (await readMigrations(migrationsFolder())).map(({ name }) => name);
    expect(names).toContain('0001_init');
    expect(await migrate(database.pool, logger)).toEqual(names);
  });

  test('are reported missing by their folder', async () => {
    const nowhere = join(folder, 'nowhere');
    await expect(migrate(database.pool, logger, nowhere)).rejects.toMatchObject({
      code: 'migrations_missing',
      message: expect.stringContaining(nowhere),
    });
  });
});
