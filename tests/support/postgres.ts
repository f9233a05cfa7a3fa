import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { inject } from 'vitest';
import { connectionConfig } from '../../server/db/connection-config.ts';
import { openPool } from '../../server/db/open-pool.ts';

/** A database of one's own in the cluster of the run. */
export interface TestDatabase {
  connectionString: string;
  /** Made as the product makes its pools. */
  pool: Pool;
  /** Ends the pool and drops the database. */
  drop(): Promise<void>;
}

/** A migrated, empty database: a copy of the run's template, some 30 ms. */
export function freshDatabase(): Promise<TestDatabase> {
  return createDatabase(inject('postgresTemplate'));
}

/** A database without any table, for tests of the migrations themselves. */
export function bareDatabase(): Promise<TestDatabase> {
  return createDatabase('template0');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `thuoc_do_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${template}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const pool = openPool(url.href, 10, (error) => {
    throw error;
  });
  const drop = async () => {
    await pool.end();
    await administer(`drop database ${name} with (force)`);
  };
  return { connectionString: url.href, pool, drop };
}

async function administer(statement: string): Promise<void> {
  const client = new Client(connectionConfig(inject('postgresUrl')));
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
