import { AppError, errorCode } from '../errors.ts';
import type { Logger } from '../logger.ts';

const PROBE_MS = 1000;
const RETRY_MS = 500;

/** Whether events can be written now; while they cannot, a probe asks again and again. */
export type Recording = {
  readonly on: boolean;
  /** While nothing can be written every try costs a new memory, so one in a while stands for all. */
  readonly mayTry: boolean;
  succeeded(): void;
  /** The answer to whoever cannot be served for `cause`. */
  failed(cause: unknown): AppError;
  /** Refuses calls whose events were tried in vain; `cause` null: without a try, since others have just failed. */
  refuse(calls: readonly { fail: (error: unknown) => void }[], cause: unknown): void;
  stop(): void;
};

export function createRecording(logger: Logger, probe: () => void): Recording {
  let on = true;
  let stopped = false;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let probing: NodeJS.Timeout | null = null;

  function set(next: boolean): void {
    if (on !== next)
      logger.warn({ recording: next }, next ? 'events are recorded again' : 'events cannot be recorded');
    on = next;
    if (next) endProbe();
    else if (!probing && !stopped) {
      probing = setInterval(probe, PROBE_MS);
      probing.unref();
    }
  }

  function endProbe(): void {
    if (probing) clearInterval(probing);
    probing = null;
  }

  function failed(cause: unknown): AppError {
    set(false);
    return new AppError(
      'not_recording',
      'Hiện không ghi nhận được sự kiện · events cannot be recorded now',
      cause,
    );
  }

  return {
    get on() {
      return on;
    },
    get mayTry() {
      return on || performance.now() - refusedAt >= RETRY_MS;
    },
    succeeded: () => set(true),
    failed,
    refuse(calls, cause) {
      if (cause !== null) refusedAt = performance.now();
      for (const call of calls) call.fail(failed(cause));
    },
    stop() {
      stopped = true;
      endProbe();
    },
  };
}

/** Only data exceptions (class 22) and broken constraints (23) are about the event; all else is about the database. */
export function isDatabaseDown(error: unknown): boolean {
  if (error instanceof AppError) return true;
  const code = errorCode(error);
  return code === undefined || !/^2[23]/.test(code);
}
