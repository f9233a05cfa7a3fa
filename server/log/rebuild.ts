import type { Database } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import type { Logger } from '../logger.ts';
import { deriveTables } from './derive.ts';
import { replaceByShadows, schemaOf, shadowTables } from './derived-tables.ts';
import type { Query } from './query.ts';
import { openWriter } from './writer.ts';

/** Derives every table that the log decides again, inside the transaction of `query`. */
export async function rebuildIn(query: Query, onEvents: (n: number) => void): Promise<void> {
  const schema = await schemaOf(query);
  await shadowTables(query, schema);
  await deriveTables(query, schema, onEvents);
  await replaceByShadows(query, schema);
  // Read from the tables as they were.
  const kept = [
    'rollup_rating_mark',
    'rollup_rating_usual',
    'rollup_wait_case',
    'rollup_pooled_day',
    'rollup_pooled_dossier_day',
  ];
  await query(`TRUNCATE ${kept.map((table) => `${schema}.${table}`).join(', ')}`, []);
}

/**
 * Derives every table that the log decides again, in one transaction under the writer's lock. Throws `second_writer`
 * while a server runs, and what `migrate` throws.
 */
export async function rebuild(
  { connectionString, pool }: Pick<Database, 'connectionString' | 'pool'>,
  logger: Logger,
  onEvents: (n: number) => void = () => undefined,
): Promise<void> {
  const writer = await openWriter(connectionString, logger);
  try {
    await migrate(pool, logger);
    await writer.transaction((run) => rebuildIn(run, onEvents));
  } finally {
    await writer.close();
  }
}
