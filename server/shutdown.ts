import type { Logger } from './logger.ts';

/** npm hands a signal of the terminal on to a process that already has it from the terminal. */
const SAME_SIGNAL_MS = 1000;
const MOST_MS = 10_000;

/** Steps of a stop, run one after the other; a failing step does not keep the next from running. */
export type Steps = [name: string, step: () => unknown][];

/**
 * Ends the process in order: on SIGINT and SIGTERM with code 0, on an error that nobody caught with code 1. A second
 * signal forces; so does a stop that takes longer than 10 s (code 1).
 */
export function stopInOrder(logger: Logger, steps: () => Steps): void {
  let stoppingSince: number | null = null;

  const stop = async (code: number): Promise<void> => {
    stoppingSince = performance.now();
    setTimeout(() => force('the stop takes too long'), MOST_MS).unref();
    let failed = false;
    for (const [step, run] of steps()) {
      try {
        await run();
      } catch (err) {
        failed = true;
        logger.error({ err, step }, 'a step of the stop failed');
      }
    }
    logger.info({ ms: Math.round(performance.now() - stoppingSince) }, 'stopped');
    logger.flush();
    process.exit(failed ? 1 : code);
  };

  const force = (reason: string): void => {
    logger.error({ reason }, 'stopped by force');
    logger.flush();
    process.exit(1);
  };

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stoppingSince === null) {
        logger.info({ signal }, 'stopping');
        void stop(0);
      } else if (performance.now() - stoppingSince > SAME_SIGNAL_MS) {
        force('a second signal');
      }
    });
  }
  // Nothing is known of the state after such an error. What was acknowledged is on disk; the database outlives us.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (err: unknown) => {
      logger.fatal({ err, event }, 'an error that nobody caught');
      if (stoppingSince === null) void stop(1);
    });
  }
}
