import type { Core } from '../core.ts';

const WRITE_MS = 60_000;

export type KeyUse = {
  /** A key was used. Cheap enough for every request. */
  note(key: string): void;
  /** When each key was last used, epoch ms; keys never used are missing. */
  all(): Promise<Map<string, number>>;
  stop(): Promise<void>;
};

/** When keys were last used: kept in memory and written at most once a minute. */
export function startKeyUse(
  { database, logger, now }: Pick<Core, 'database' | 'logger' | 'now'>,
  everyMs = WRITE_MS,
): KeyUse {
  let noted = new Map<string, number>();
  async function write(): Promise<void> {
    if (noted.size === 0) return;
    const written = noted;
    noted = new Map();
    try {
      await database.pool.query(
        `UPDATE api_key k SET last_used_at = greatest(k.last_used_at, to_timestamp(n.at / 1000.0))
         FROM unnest($1::text[], $2::float8[]) AS n(key, at) WHERE k.key = n.key`,
        [[...written.keys()], [...written.values()]],
      );
    } catch (err) {
      logger.warn({ err }, 'the last use of keys was not written');
      noted = new Map([...written, ...noted]);
    }
  }
  const timer = setInterval(() => void write(), everyMs);
  timer.unref();
  return {
    note: (key) => void noted.set(key, now()),
    async all() {
      const { rows } = await database.pool.query<{ key: string; at: Date }>(
        'SELECT key, last_used_at AS at FROM api_key WHERE last_used_at IS NOT NULL',
      );
      return new Map([...rows.map(({ key, at }) => [key, at.getTime()] as const), ...noted]);
    },
    async stop() {
      clearInterval(timer);
      await write();
    },
  };
}
