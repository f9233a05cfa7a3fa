import pg from 'pg';
import { connectionConfig } from '../db/connection-config.ts';
import { AppError, errorCode } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { beginSending, type Sending } from './sending.ts';

/** Two numbers nobody else uses: 'TD' and 1. Whoever holds this lock on its connection is the one writer. */
const LOCK = [0x5444, 1] as const;
/** A killed server's last statement may still be running: its connection ends, and the lock with it, when it is done. */
const LOCK_PATIENCE_MS = 3000;

type Row = Record<string, unknown>;

/** The one connection that commits to the log. It holds the writer's lock, so a writer that lost it cannot commit. */
export type Writer = {
  query(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** Opens a transaction whose statements are sent as they come. */
  begin(): Sending;
  /** Runs the statements of `work` in one transaction. */
  transaction<T>(
    work: (run: (text: string, values: readonly unknown[]) => Promise<Row[]>) => Promise<T>,
  ): Promise<T>;
  /** Connects anew after an error; throws `second_writer` when somebody else has the lock. */
  reconnect(): Promise<void>;
  readonly connected: boolean;
  close(): Promise<void>;
};

/** Opens the writer. Throws `second_writer` when another server works on this database. */
export async function openWriter(connectionString: string, logger: Logger): Promise<Writer> {
  let client: pg.Client | null = null;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      ...connectionConfig(connectionString),
      application_name: 'thuoc-do writer',
      // Statements follow one another without waiting for each answer.
      pipeline: true,
    });
    next.on('error', (err) => {
      logger.warn({ err }, 'the writer lost its connection');
      if (client === next) client = null;
    });
    await next.connect();
    if (!(await takeLock(next))) {
      await next.end();
      throw new AppError(
        'second_writer',
        'Một máy chủ khác đang ghi vào cơ sở dữ liệu này · another server writes to this database',
      );
    }
    // Its statements are few and touch rows by their keys: planning them anew for every group brings nothing.
    await next.query('SET plan_cache_mode = force_generic_plan');
    client = next;
  };
  const held = (): pg.Client => {
    if (!client) throw new AppError('not_connected', 'the writer has no connection');
    return client;
  };
  await connect();
  return {
    async query(name, text, values) {
      const result = await held().query<Row>({ name, text, values: [...values] });
      return result.rows;
    },
    begin: () => beginSending(held()),
    async transaction(work) {
      const own = held();
      await own.query('BEGIN');
      try {
        const result = await work(async (text, values) => (await own.query<Row>(text, [...values])).rows);
        await own.query('COMMIT');
        return result;
      } catch (error) {
        // The first error is the one that matters; a connection that cannot roll back is dropped by reconnect.
        await own.query('ROLLBACK').catch((err: unknown) => logger.warn({ err }, 'rollback failed'));
        throw error;
      }
    },
    async reconnect() {
      const old = client;
      client = null;
      await old
        ?.end()
        .catch((err: unknown) => logger.debug({ err }, 'the old connection did not close cleanly'));
      await connect();
    },
    get connected() {
      return client !== null;
    },
    async close() {
      const old = client;
      client = null;
      await old?.end();
    },
  };
}

async function takeLock(client: pg.Client): Promise<boolean> {
  await client.query(`SET lock_timeout = ${LOCK_PATIENCE_MS}`);
  try {
    await client.query('SELECT pg_advisory_lock($1, $2)', [...LOCK]);
    return true;
  } catch (error) {
    // lock_not_available
    if (errorCode(error) === '55P03') return false;
    throw error;
  } finally {
    await client.query('RESET lock_timeout');
  }
}
