import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDatabase, openDatabase } from '../../server/db/connect.ts';
import { migrate } from '../../server/db/migrate.ts';
import { createLogger } from '../../server/logger.ts';
import { instantAt, storeInstant } from '../support/instants.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { startSystemPostgres, systemPostgres } from '../support/system-postgres.ts';

const logger = createLogger('silent');
const DATA_DIR = join(tmpdir(), 'thuoc-do-is-not-made');
let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});

afterEach(() => database.drop());

async function preferVietNamTime(): Promise<void> {
  const name = new URL(database.connectionString).pathname.slice(1);
  await database.pool.query(`alter database ${name} set timezone = 'Asia/Ho_Chi_Minh'`);
}

describe('a database', () => {
  test('stores instants right through pg and Prisma, whatever time zone it prefers', async () => {
    await preferVietNamTime();
    const opened = await openDatabase({ DATABASE_URL: database.connectionString, DATA_DIR }, logger);
    expect(opened.embedded).toBe(false);
    expect(await storeInstant(opened.pool)).toEqual([instantAt, instantAt]);
    await opened.close();
  });

  test('keeps the options that DATABASE_URL gives', async () => {
    const url = new URL(database.connectionString);
    url.searchParams.set('options', '-c statement_timeout=4321 -c TimeZone=Asia/Tokyo');
    const opened = await openDatabase({ DATABASE_URL: url.href, DATA_DIR }, logger);
    const { rows } = await opened.pool.query(
      "select current_setting('statement_timeout') as patience, current_setting('TimeZone') as zone",
    );
    expect(rows).toEqual([{ patience: '4321ms', zone: 'UTC' }]);
    await opened.close();
  });

  test('in whose sessions the time zone is not UTC is refused', async () => {
    await preferVietNamTime();
    const pool = new Pool({ connectionString: database.connectionString });
    await expect(checkDatabase(pool, logger)).rejects.toMatchObject({
      code: 'database_not_utc',
      message: expect.stringContaining('Asia/Ho_Chi_Minh'),
    });
    await pool.end();
  });

  test('that cannot be reached is named, without its password', async () => {
    const DATABASE_URL = 'postgresql://someone:secret@127.0.0.1:9/none';
    const refusal = await openDatabase({ DATABASE_URL, DATA_DIR }, logger).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'database_unreachable', cause: { code: 'ECONNREFUSED' } });
    expect(String(refusal)).not.toContain('secret');
  });

  test('gives bigint as exact numbers and refuses what would not be exact', async () => {
    const { rows } = await database.pool.query(
      "select 9007199254740991::bigint as n, array[1, 2]::int[] as list, '1.50'::numeric as price",
    );
    expect(rows).toEqual([{ n: Number.MAX_SAFE_INTEGER, list: [1, 2], price: '1.50' }]);
    await expect(database.pool.query('select 9007199254740993::bigint as n')).rejects.toMatchObject({
      code: 'unsafe_integer',
    });
  });

  test('is the embedded one when DATABASE_URL is not set', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-connect-'));
    const opened = await openDatabase({ DATA_DIR: dataDir }, logger);
    expect(opened.embedded).toBe(true);
    await migrate(opened.pool, logger);
    expect(await storeInstant(opened.pool)).toEqual([instantAt, instantAt]);
    await opened.close();
    await rm(dataDir, { recursive: true });
  });
});

describe('the PostgreSQL of the distribution', () => {
  if (systemPostgres === null) {
    test.skip('is not tested: none is installed in /usr/lib/postgresql');
    return;
  }
  const bin = systemPostgres;
  test('serves through DATABASE_URL as the embedded one does', async () => {
    const { url, stop } = await startSystemPostgres(bin);
    const opened = await openDatabase({ DATABASE_URL: url, DATA_DIR }, logger);
    expect(await migrate(opened.pool, logger)).toContain('0001_init');
    expect(await migrate(opened.pool, logger)).toEqual([]);
    expect(await storeInstant(opened.pool)).toEqual([instantAt, instantAt]);
    await opened.close();
    await stop();
  });
});
