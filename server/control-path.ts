import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { AppError } from './errors.ts';

/** `sun_path` of a unix socket holds 108 bytes on Linux and 104 elsewhere, with the closing zero. */
const LONGEST_PATH = 103;

/**
 * Path of the control socket of a data folder. Where `DATA_DIR` is too long for a socket, it lies in a folder of the
 * temporary directory that only this account can open, under a name made of the data folder's path. Throws
 * `control_folder` when that folder is somebody else's.
 */
export function controlPath(dataFolder: string): string {
  const own = join(dataFolder, 'control.sock');
  if (Buffer.byteLength(own) <= LONGEST_PATH) return own;
  const folder = join(tmpdir(), `thuoc-do-${userInfo().uid}`);
  mkdirSync(folder, { mode: 0o700, recursive: true });
  const held = lstatSync(folder);
  if (!held.isDirectory() || held.uid !== userInfo().uid || (held.mode & 0o077) !== 0) {
    throw new AppError(
      'control_folder',
      `${folder}: phải là thư mục 0700 của chính tài khoản này · must be a folder of this account with mode 0700`,
    );
  }
  return join(folder, `${createHash('sha256').update(dataFolder).digest('hex').slice(0, 24)}.sock`);
}
