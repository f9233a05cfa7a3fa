import { chown, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../errors.ts';

/** The operating system's user that PostgreSQL runs as. */
export interface PostgresAccount {
  uid: number;
  gid: number;
}

/** `nobody`: it owns nothing but what we give it. */
const nobody: PostgresAccount = { uid: 65_534, gid: 65_534 };

/** Whether this process is root, whom PostgreSQL refuses to serve. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Who PostgreSQL must run as: null for "as we are". Root runs it as the owner of an existing data folder, so that a
 * folder made by an ordinary user stays that user's, and as nobody where root itself or no one owns it yet.
 */
export async function postgresAccount(dataFolder: string): Promise<PostgresAccount | null> {
  if (!isRoot()) return null;
  try {
    const { uid, gid } = await stat(dataFolder);
    return uid === 0 ? nobody : { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return nobody;
    throw error;
  }
}

/** Gives a folder and all that is in it to the account; links themselves, not what they point to, are left alone. */
export async function giveFolder(folder: string, account: PostgresAccount): Promise<void> {
  await chown(folder, account.uid, account.gid);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await giveFolder(path, account);
    else if (!entry.isSymbolicLink()) await chown(path, account.uid, account.gid);
  }
}

/** Whether the account may pass through every folder above `path` (as below a /root of mode 0700 it may not). */
export async function canReach(path: string, account: PostgresAccount): Promise<boolean> {
  const above = dirname(path);
  const { uid, gid, mode } = await stat(above);
  const pass = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & pass) === 0) return false;
  return above === path || dirname(above) === above || canReach(above, account);
}
