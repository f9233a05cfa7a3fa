import type { Database } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { migrationsFolder, readMigrations } from '../db/migration-folder.ts';
import { AppError } from '../errors.ts';
import { checkChain } from '../log/check-chain.ts';
import type { Query } from '../log/query.ts';
import { rebuildIn } from '../log/rebuild.ts';
import { openWriter } from '../log/writer.ts';
import type { Logger } from '../logger.ts';
import { type BackupHeader, keptTables } from './backup-format.ts';
import { FILE, type FileRestorer, fileRestorer } from './kept-files.ts';
import { type BackupPortion, openBackup } from './read-backup.ts';
import type { BackedUp } from './write-backup.ts';

/** Called with rows restored, then with events derived, then with events checked. */
type Steps = (n: number, header: BackupHeader) => void;

/**
 * Restores a backup into an empty installation of the same or a newer schema, in one transaction: when anything is
 * wrong, the installation stays empty, of kept files too. The log is checked hash by hash before the commit. Errors: no_backup,
 * backup_damaged, backup_newer, not_empty, second_writer, restore_not_verified, and what `migrate` throws.
 */
export async function restoreBackup(
  { connectionString, pool, dataDir }: Pick<Database, 'connectionString' | 'pool'> & BackedUp,
  path: string,
  logger: Logger,
  onStep: Steps = () => undefined,
): Promise<BackupHeader> {
  const { header, portions } = await openBackup(path);
  try {
    await refuseNewer(header);
    const writer = await openWriter(connectionString, logger);
    const files = fileRestorer(dataDir);
    try {
      await migrate(pool, logger);
      await writer.transaction((run) => restoreIn(run, header, portions, files, onStep));
    } catch (error) {
      await files.undo();
      throw error;
    } finally {
      await writer.close();
    }
    await pool.query('ANALYZE');
    return header;
  } finally {
    await portions.return(undefined);
  }
}

async function refuseNewer({ schema }: BackupHeader): Promise<void> {
  const known = await readMigrations(migrationsFolder());
  if (known.some(({ name }) => name === schema)) return;
  throw new AppError(
    'backup_newer',
    `Bản sao lưu thuộc phiên bản mới hơn (${schema}) · the backup is of a newer version (${schema})`,
  );
}

async function restoreIn(
  query: Query,
  header: BackupHeader,
  portions: AsyncGenerator<BackupPortion>,
  files: FileRestorer,
  onStep: Steps,
): Promise<void> {
  const tables = await keptTables(query);
  await refuseFilled(query, Object.keys(tables));
  for await (const { table, rows } of portions) {
    if (table === FILE) {
      await files.take(rows);
      continue;
    }
    const columns = header.tables[table]?.filter((column) => tables[table]?.includes(column)) ?? [];
    if (columns.length === 0)
      throw new AppError('backup_damaged', `Bảng lạ · a table that nothing knows: ${JSON.stringify(table)}`);
    const list = columns.map((column) => `"${column}"`).join(', ');
    await query(
      `INSERT INTO "${table}" (${list}) SELECT ${list} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
      [`[${rows.join(',')}]`],
    );
    onStep(rows.length, header);
  }
  const [schema] = await query('SELECT quote_ident(current_schema()) AS name', []);
  await rebuildIn(query, (n) => onStep(n, header));
  await proveChain(query, String(schema?.name), header, onStep);
  await files.finish();
}

async function refuseFilled(query: Query, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const rows = await query(`SELECT FROM "${table}" LIMIT 1`, []);
    if (rows.length > 0)
      throw new AppError(
        'not_empty',
        'Chỉ khôi phục vào nơi còn trống; hãy đặt DATA_DIR hoặc DATABASE_URL khác · a backup is restored into an empty installation only; set another DATA_DIR or DATABASE_URL',
      );
  }
}

async function proveChain(query: Query, schema: string, header: BackupHeader, onStep: Steps): Promise<void> {
  const faults: number[] = [];
  const head = await checkChain(
    query,
    schema,
    ({ key }) => faults.push(key.seq),
    (n) => onStep(n, header),
  );
  const same = head.seq === header.seq && (head.seq === 0 || head.hash.toString('hex') === header.chainHash);
  if (same && faults.length === 0) return;
  const where = faults.slice(0, 5).join(', ') || String(head.seq);
  throw new AppError(
    'restore_not_verified',
    `Nhật ký trong bản sao lưu không khớp mã kiểm (seq ${where}) · the log in the backup does not match its hashes (seq ${where})`,
  );
}
