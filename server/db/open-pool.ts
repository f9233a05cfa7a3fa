import { Pool } from 'pg';
import { connectionConfig } from './connection-config.ts';

/**
 * A pool whose connections may break at any time, also while they end: PostgreSQL tells those that a stop overtakes,
 * and unheard, an error of a connection ends the process. `onLost` hears of every one that breaks unasked.
 */
export function openPool(connectionString: string, max: number, onLost: (error: Error) => void): Pool {
  const pool = new Pool({ ...connectionConfig(connectionString), max });
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      if (!pool.ending) onLost(error);
    });
  });
  // The connection itself was heard above; the pool replaces it.
  pool.on('error', () => undefined);
  return pool;
}
