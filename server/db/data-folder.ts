import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, errorCode } from '../errors.ts';

/**
 * Whether there is a cluster that PostgreSQL `major` can open: false where the folder is absent or empty.
 * Errors: postgres_other_major, postgres_folder_foreign, postgres_folder_forbidden.
 */
export async function hasCluster(folder: string, major: number): Promise<boolean> {
  const entries = await listed(folder);
  if (entries.length === 0) return false;
  if (!entries.includes('PG_VERSION')) {
    throw new AppError(
      'postgres_folder_foreign',
      `${folder} có tệp nhưng không phải dữ liệu PostgreSQL (thiếu PG_VERSION); hãy dọn đi hoặc đổi DATA_DIR. · ` +
        `${folder} holds files but no PostgreSQL data (PG_VERSION is missing); clear it or change DATA_DIR.`,
    );
  }
  const found = Number.parseInt(await readFile(join(folder, 'PG_VERSION'), 'utf8'), 10);
  if (found === major) return true;
  throw new AppError(
    'postgres_other_major',
    `${folder} là dữ liệu của PostgreSQL ${found}, bản đi kèm là PostgreSQL ${major}. ` +
      'Hãy sao lưu bằng phiên bản cũ của phần mềm rồi khôi phục vào DATA_DIR mới. · ' +
      `${folder} holds data of PostgreSQL ${found}, the bundled one is PostgreSQL ${major}. ` +
      'Make a backup with the older version of this program and restore it into a new DATA_DIR.',
  );
}

async function listed(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new AppError(
      'postgres_folder_forbidden',
      `Không đọc được ${folder}; nếu thư mục thuộc người dùng khác, hãy chạy bằng người dùng đó hoặc root. · ` +
        `${folder} cannot be read; if it belongs to another user, run as that user or as root.`,
      error,
    );
  }
}
