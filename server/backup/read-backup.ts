import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { AppError, errorCode } from '../errors.ts';
import { type BackupHeader, backupCounts, backupHeader, END } from './backup-format.ts';

const PORTION = 1000;
/** Characters of a portion: parts of files are long. */
const MOST_TEXT = 8 * 1024 * 1024;

export type BackupPortion = { table: string; rows: string[] };

/** A backup as it is read: its header, then its rows as JSON texts, portion by portion, each of one table. */
export type OpenBackup = { header: BackupHeader; portions: AsyncGenerator<BackupPortion> };

const damaged = (path: string, why: string, cause?: unknown): AppError =>
  new AppError('backup_damaged', `${path}: tệp sao lưu hỏng · the backup is damaged: ${why}`, cause);

/** Opens a backup. Errors: no_backup, backup_damaged (there or while it is read). */
export async function openBackup(path: string): Promise<OpenBackup> {
  const lines = linesOf(path);
  const first = await lines.next();
  const header = backupHeader.safeParse(first.done ? undefined : parsed(first.value));
  if (!header.success) {
    await lines.return(undefined);
    throw new AppError(
      'no_backup',
      `${path}: không phải tệp sao lưu của Thước Đo, hoặc của phiên bản mới hơn · is no backup of Thước Đo, or one of a newer version`,
    );
  }
  return { header: header.data, portions: portionsOf(path, lines) };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON fits no schema either.
    return undefined;
  }
};

async function* linesOf(path: string): AsyncGenerator<string, undefined> {
  const file = createReadStream(path);
  const unzipped = createGunzip().setEncoding('utf8');
  file.on('error', (error) => unzipped.destroy(error));
  try {
    // readline would swallow a fault of the stream below it.
    let rest = '';
    for await (const chunk of file.pipe(unzipped)) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    if (errorCode(error) === 'ENOENT')
      throw new AppError('no_backup', `${path}: không có tệp · there is no such file`, error);
    throw damaged(path, errorCode(error) ?? 'unreadable', error);
  } finally {
    file.destroy();
  }
  return undefined;
}

async function* portionsOf(
  path: string,
  lines: AsyncGenerator<string, undefined>,
): AsyncGenerator<BackupPortion> {
  const counts: Record<string, number> = {};
  let ended = false;
  let portion: BackupPortion = { table: '', rows: [] };
  let size = 0;
  for await (const line of lines) {
    const space = line.indexOf(' ');
    const table = line.slice(0, space);
    const text = line.slice(space + 1);
    if (ended) throw damaged(path, 'lines after the end');
    if (table === END) {
      const told = backupCounts.safeParse(parsed(text));
      const all = told.success ? told.data : {};
      for (const name of new Set([...Object.keys(all), ...Object.keys(counts)]))
        if (all[name] !== (counts[name] ?? 0)) throw damaged(path, `rows of ${name} are missing`);
      ended = true;
      continue;
    }
    counts[table] = (counts[table] ?? 0) + 1;
    if (table !== portion.table || portion.rows.length >= PORTION || size > MOST_TEXT) {
      if (portion.rows.length > 0) yield portion;
      portion = { table, rows: [] };
      size = 0;
    }
    portion.rows.push(text);
    size += text.length;
  }
  if (!ended) throw damaged(path, 'it is cut off');
  if (portion.rows.length > 0) yield portion;
}
