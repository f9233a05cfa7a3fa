import pg from 'pg';
import { connectionConfig } from '../db/connection-config.ts';
import type { Query } from './query.ts';

/** Runs `work` on a connection of its own that sees one moment of the database and changes nothing that stays. */
export async function inSnapshot<T>(
  connectionString: string,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    ...connectionConfig(connectionString),
    application_name: 'thuoc-do snapshot',
  });
  // What breaks the connection fails the query under way; unheard, the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    return await work(async (text, values) => (await client.query(text, [...values])).rows);
  } finally {
    // Ends the transaction without a commit.
    await client.end();
  }
}
