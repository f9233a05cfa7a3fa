import type { Pool } from 'pg';
import type { Queries } from './context.ts';

/** Several questions about one moment of the database: what is committed meanwhile is in none of their answers. */
export async function inOneMoment<T>(pool: Pool, ask: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await ask(client);
  } finally {
    // Nothing was written; a connection that broke is thrown away with its transaction.
    await client.query('ROLLBACK').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
  }
}
