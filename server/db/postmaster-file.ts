import { readFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../errors.ts';

/** What a running PostgreSQL writes into its data folder and removes when it ends; after a crash it is a leftover. */
export interface PostmasterFile {
  pid: number;
  port: number;
  startedAt: number;
  /** Empty in the first moments. */
  status: 'starting' | 'stopping' | 'ready' | '';
}

export function postmasterFilePath(dataFolder: string): string {
  return join(dataFolder, 'postmaster.pid');
}

/** The postmaster that the folder speaks of, alive or not; null where it speaks of none. */
export async function readPostmasterFile(dataFolder: string): Promise<PostmasterFile | null> {
  let lines: string[];
  try {
    lines = (await readFile(postmasterFilePath(dataFolder), 'utf8')).split('\n').map((line) => line.trim());
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  // One fact per line: process, folder, start, port, socket folder, address, shared memory, status.
  const [pid, , started, port, , , , status] = lines;
  if (!pid) return null;
  return {
    pid: Number(pid),
    port: Number(port),
    startedAt: Number(started) * 1000,
    status: status === 'starting' || status === 'stopping' || status === 'ready' ? status : '',
  };
}

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Whether the file was left by a power cut: its process number may meanwhile be somebody else's. */
export function isOlderThanBoot(file: PostmasterFile): boolean {
  return file.startedAt < Date.now() - uptime() * 1000;
}
