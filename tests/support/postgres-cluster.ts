import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import type { TestProject } from 'vitest/node';
import { connectionConfig } from '../../server/db/connection-config.ts';
import { startEmbeddedPostgres } from '../../server/db/embedded-postgres.ts';
import { migrate } from '../../server/db/migrate.ts';
import { createLogger } from '../../server/logger.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database whose user may make databases. */
    postgresUrl: string;
    /** Name of the migrated database that tests copy. */
    postgresTemplate: string;
  }
}

/**
 * vitest's global set-up: one PostgreSQL for the whole run, the embedded one or that of TEST_DATABASE_URL, with a
 * migrated database in it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startCluster();
  const template = `thuoc_do_template_${randomUUID().replaceAll('-', '')}`;
  project.provide('postgresUrl', url);
  project.provide('postgresTemplate', template);
  try {
    await run(url, `create database ${template} template template0 encoding 'UTF8' locale 'C'`);
    await migrateTemplate(url, template);
  } catch (error) {
    await stop();
    throw error;
  }
  return async () => {
    await run(url, `drop database ${template} with (force)`);
    await stop();
  };
}

async function startCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir, logger: createLogger('error') });
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: postgres.connectionString, stop };
}

async function migrateTemplate(url: string, template: string): Promise<void> {
  const migrated = new URL(url);
  migrated.pathname = `/${template}`;
  const pool = new Pool(connectionConfig(migrated.href));
  await migrate(pool, createLogger('error')).finally(() => pool.end());
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client(connectionConfig(url));
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
