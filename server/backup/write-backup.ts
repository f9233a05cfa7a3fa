import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { schemaVersion } from '../db/schema-version.ts';
import { AppError } from '../errors.ts';
import { rowsInPortions } from '../log/cursor.ts';
import type { Query } from '../log/query.ts';
import { inSnapshot } from '../log/snapshot.ts';
import { syncFolder } from '../sync-folder.ts';
import { type BackupHeader, END, keptTables } from './backup-format.ts';
import { FILE, fileParts } from './kept-files.ts';

/** Portions this small keep memory flat; a row of the log is under 1 KB. */
const PORTION = 2000;

/** A database, and the folder of the files that are kept beside it. */
export type BackedUp = { connectionString: string; dataDir: string };

/**
 * Writes one moment of a database, and the files kept beside it, into a new file, beside a living server. The file appears under its name only when
 * it is whole and on disk; it holds personal data and is readable by its owner alone. Errors: backup_exists,
 * no_installation, and those of the file system.
 */
export async function writeBackup(
  { connectionString, dataDir }: BackedUp,
  file: string,
  now: number,
  onRows: (rows: number, header: BackupHeader) => void = () => undefined,
): Promise<BackupHeader> {
  await refuseExisting(file);
  const draft = `${file}.part`;
  try {
    const header = await inSnapshot(connectionString, async (query) => {
      const head = await headerOf(query, now);
      const lines = Readable.from(linesOf(query, head, dataDir, onRows));
      await pipeline(lines, createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }));
      return head;
    });
    await rename(draft, file);
    await syncFolder(dirname(file));
    return header;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function refuseExisting(file: string): Promise<void> {
  const free = await access(file).then(
    () => false,
    () => true,
  );
  if (!free) throw new AppError('backup_exists', `${file}: tệp đã có · the file exists already`);
}

async function headerOf(query: Query, now: number): Promise<BackupHeader> {
  const schema = await schemaVersion(query);
  const [head] = await query('SELECT seq, chain_hash FROM event ORDER BY seq DESC LIMIT 1', []);
  const [count] = await query('SELECT count(*)::int8 AS n FROM event', []);
  return {
    format: 'thuoc-do-backup',
    version: 2,
    schema,
    createdAt: new Date(now).toISOString(),
    seq: Number(head?.seq ?? 0),
    chainHash: Buffer.isBuffer(head?.chain_hash) ? head.chain_hash.toString('hex') : '',
    events: Number(count?.n ?? 0),
    tables: await keptTables(query),
  };
}

async function* linesOf(
  query: Query,
  header: BackupHeader,
  dataDir: string,
  onRows: (rows: number, header: BackupHeader) => void,
): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`;
  const counts: Record<string, number> = {};
  for (const table of Object.keys(header.tables)) {
    counts[table] = 0;
    const order = table === 'event' ? ' ORDER BY seq' : '';
    const text = `SELECT row_to_json(t)::text AS line FROM "${table}" t${order}`;
    for await (const rows of rowsInPortions(query, text, [], PORTION)) {
      counts[table] += rows.length;
      yield rows.map((row) => `${table} ${row.line}\n`).join('');
      onRows(rows.length, header);
    }
  }
  // After the rows: a letter is on disk before the log says that it is signed, so none that is named here is missing.
  for await (const part of fileParts(dataDir)) {
    counts[FILE] = (counts[FILE] ?? 0) + 1;
    yield `${FILE} ${part}\n`;
  }
  yield `${END} ${JSON.stringify(counts)}\n`;
}
