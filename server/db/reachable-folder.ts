import { closeSync, openSync } from 'node:fs';
import { AppError } from '../errors.ts';
import { canReach, type PostgresAccount } from './postgres-account.ts';

/** A folder as PostgreSQL's programs can open it: `path` for their arguments, `stdio` for their fourth descriptor. */
export interface ReachableFolder {
  path: string;
  stdio: [] | [number];
  close(): void;
}

/**
 * Opens a folder for the account. Below a folder that it may not pass (root's home has mode 0700), Linux lets a child
 * in by a descriptor that we opened; elsewhere there is no way: error postgres_folder_unreachable.
 */
export async function openForAccount(
  folder: string,
  account: PostgresAccount | null,
): Promise<ReachableFolder> {
  if (account === null || (await canReach(folder, account))) {
    return { path: folder, stdio: [], close: () => undefined };
  }
  if (process.platform !== 'linux') {
    throw new AppError(
      'postgres_folder_unreachable',
      `Người dùng số ${account.uid}, chạy PostgreSQL thay cho root, không vào được ${folder}; hãy đặt DATA_DIR ở nơi khác. · ` +
        `User ${account.uid}, who runs PostgreSQL in root's place, cannot come to ${folder}; set DATA_DIR elsewhere.`,
    );
  }
  const descriptor = openSync(folder, 'r');
  return { path: '/proc/self/fd/3', stdio: [descriptor], close: () => closeSync(descriptor) };
}
