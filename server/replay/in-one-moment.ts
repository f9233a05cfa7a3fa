import type { Pool } from 'pg';
import type { Query } from '../log/query.ts';

/** Runs `work` on one moment of the database, on a connection of the pool: what is asked for agrees with itself. */
export async function inOneMoment<T>(pool: Pool, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const done = await work(async (text, values) => (await client.query(text, [...values])).rows);
    await client.query('COMMIT');
    return done;
  } catch (error) {
    // A transaction that failed is not given back to others.
    broken = error instanceof Error ? error : new Error('the past could not be read');
    throw error;
  } finally {
    client.release(broken);
  }
}
