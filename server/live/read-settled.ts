import { AppError } from '../errors.ts';
import type { Accept } from '../log/accept.ts';

/**
 * Runs `work` between two groups, where memory is what is on disk (`settled`); while the database cannot be read it
 * runs at once and unsettled, with what was last seen on disk.
 */
export type ReadSettled = <T>(work: (settled: boolean) => T) => Promise<T>;

/** Reads through the one queue of `accept`. */
export const createReadSettled =
  (accept: Accept): ReadSettled =>
  async (work) => {
    try {
      return await accept.settled(() => work(true));
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_recording') return work(false);
      throw error;
    }
  };
