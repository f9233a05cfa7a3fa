import type { Pool } from 'pg';
import { AppError } from '../errors.ts';
import { migrationsFolder, readMigrations } from './migration-folder.ts';

type Query = (text: string, values: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/** Name of the newest migration of a database. Error: no_installation. */
export async function schemaVersion(query: Query): Promise<string> {
  const [book] = await query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`, []);
  const [row] = book?.present
    ? await query(
        `SELECT max(migration_name) AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
        [],
      )
    : [];
  if (typeof row?.name === 'string') return row.name;
  throw new AppError('no_installation', 'Cơ sở dữ liệu chưa có gì · the database holds no installation');
}

/** Makes sure that a database has the schema of this program. Errors: no_installation, schema_differs. */
export async function requireOwnSchema(query: Query): Promise<void> {
  const held = await schemaVersion(query);
  const own = (await readMigrations(migrationsFolder())).at(-1)?.name;
  if (held === own) return;
  throw new AppError(
    'schema_differs',
    `Cơ sở dữ liệu ở bước ${held}, phần mềm ở ${own}; hãy khởi động máy chủ bằng phiên bản này trước · ` +
      `The database is at ${held}, this program at ${own}; start the server with this version first`,
  );
}

/** Events in the log; 0 where there is no log yet. */
export async function eventCount(pool: Pool): Promise<number> {
  const { rows } = await pool.query(`SELECT to_regclass('event') IS NOT NULL AS present`);
  if (!rows[0]?.present) return 0;
  return (await pool.query('SELECT count(*)::int8 AS n FROM event')).rows[0]?.n ?? 0;
}
