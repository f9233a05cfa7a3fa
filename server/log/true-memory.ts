import { AppError } from '../errors.ts';
import type { Memory } from './memory.ts';
import type { Writer } from './writer.ts';

const RETRY_MS = 500;

/** Keeps live memory true to the tables: a commit that fails leaves it ahead of them. */
export type TrueMemory = {
  /** Restores memory where it may not be what the tables say; rejects while they cannot be read. */
  ensure(): Promise<void>;
  /** Runs a commit, which changes memory before the disk, on a true memory and a connected writer. */
  commit<T>(work: () => Promise<T>): Promise<T>;
};

export type TrueMemoryParts = {
  writer: Writer;
  memory: Memory;
  /** Fills a fresh memory from the tables. */
  restore: () => Promise<Memory>;
  onRestored: () => void;
};

export function createTrueMemory({ writer, memory, restore, onRestored }: TrueMemoryParts): TrueMemory {
  let isTrue = true;
  let failedAt = Number.NEGATIVE_INFINITY;

  async function ensure(): Promise<void> {
    if (isTrue && writer.connected) return;
    // Everybody who asks during an outage shares one try in a while.
    if (performance.now() - failedAt < RETRY_MS)
      throw new AppError('not_connected', 'the database cannot be read');
    try {
      await writer.reconnect();
      const { tree, rights, usualGaps: _gaps, waits: _waits, ...fresh } = await restore();
      // Readers hold the tree and the rights themselves, and what was read of past days is nobody's table.
      Object.assign(memory.tree, tree);
      Object.assign(memory.rights, rights);
      Object.assign(memory, fresh);
    } catch (error) {
      failedAt = performance.now();
      throw error;
    }
    isTrue = true;
    onRestored();
  }

  return {
    ensure,
    async commit(work) {
      await ensure();
      isTrue = false;
      const done = await work();
      isTrue = true;
      return done;
    },
  };
}
