import type { Pool } from 'pg';
import type { Queries } from './context.ts';

/** Somebody kept the same reading first: a later moment has it. */
const MOST_MOMENTS = 3;

/** Several questions about one moment of the database: what is committed meanwhile is in none of their answers. */
export async function inOneMoment<T>(pool: Pool, ask: (queries: Queries) => Promise<T>): Promise<T> {
  for (let moment = 1; ; moment += 1) {
    try {
      return await askOnce(pool, ask);
    } catch (error) {
      if (moment === MOST_MOMENTS || !isOvertaken(error)) throw error;
    }
  }
}

async function askOnce<T>(pool: Pool, ask: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    return await ask(client);
  } finally {
    // What a reading keeps for the next one is dropped with it; a connection that broke is thrown away with its transaction.
    await client.query('ROLLBACK').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
  }
}

/** PostgreSQL's serialization_failure. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40001';
