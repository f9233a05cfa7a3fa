import { changesRights } from '../../lib/domain/access/rights.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { createCallQueue, type DefineCall, type ReadCall } from './call-queue.ts';
import { changesTree, commitDefinitions } from './commit-definitions.ts';
import { type CommitListeners, createCommitListeners } from './commit-listeners.ts';
import { createGroupCommit } from './group-commit.ts';
import { itemOf } from './item.ts';
import type { Memory } from './memory.ts';
import { createRecording, isDatabaseDown } from './recording.ts';
import type { Door } from './submission.ts';
import { createTrueMemory } from './true-memory.ts';
import type { Writer } from './writer.ts';

/** Events that may wait for the disk before new ones are told to come back. */
const MOST_WAITING = 100_000;
/** A megabyte of new pages and a commit in the write-ahead log, gone when it ends: either can be what the disk refuses. */
const PROBE = `CREATE TEMP TABLE recording_probe ON COMMIT DROP AS
  SELECT repeat('x', 2000) AS filler FROM generate_series(1, 512)`;

export type Accept = Door &
  Pick<CommitListeners, 'onCommit' | 'onGroup'> & {
    /**
     * Runs `work` when no group lies between its fold and its commit: what it sees is on disk. Rejects `not_recording`
     * while the database cannot even be read, since memory may then be ahead of the log.
     */
    settled<T>(work: () => T): Promise<T>;
    /** False while nothing can be written. */
    readonly recording: boolean;
    /** Events that wait for a commit. */
    readonly waiting: number;
    /** Finishes what was handed in, then closes the writer. */
    stop(): Promise<void>;
  };

export type AcceptParts = {
  writer: Writer;
  memory: Memory;
  /** Fills a fresh memory from the tables. */
  restore: () => Promise<Memory>;
  now: () => number;
  logger: Logger;
};

/**
 * The spine: one queue, one group at a time. While a group commits the next one gathers, so a busy disk makes larger
 * groups instead of a longer queue. An answer is given only after the commit.
 */
export function createAccept({ writer, memory, restore, now, logger }: AcceptParts): Accept {
  const listeners = createCommitListeners(logger);
  const allChanged = (): void =>
    listeners.announce({ units: new Set(), treeChanged: true, rightsChanged: true });
  // A commit whose answer was lost may be among what was restored.
  const trueMemory = createTrueMemory({ writer, memory, restore, onRestored: allChanged });
  const recording = createRecording(logger, () => queue.empty && queue.push({ kind: 'probe' }));
  const commitGroup = createGroupCommit({ writer, memory, trueMemory, recording, listeners, now, logger });
  const queue = createCallQueue({
    events: commitGroup,
    define: runDefine,
    read: runRead,
    probe: runProbe,
  });
  let stopped = false;

  async function runDefine({ definitions, by, done, fail }: DefineCall): Promise<void> {
    try {
      const outcomes = await trueMemory.commit(() =>
        commitDefinitions(writer, memory, definitions, by, now()),
      );
      done(outcomes);
      const stored = definitions.filter((_, index) => outcomes[index]?.status === 'stored');
      listeners.announce({
        units: new Set(),
        treeChanged: stored.some(changesTree),
        rightsChanged: stored.some(changesRights),
      });
    } catch (error) {
      logger.error({ err: error }, 'definitions did not commit');
      const own = !isDatabaseDown(error);
      fail(
        own
          ? new AppError('not_storable', 'Không lưu được · the definition could not be stored', error)
          : recording.failed(error),
      );
    }
  }

  async function runRead(call: ReadCall): Promise<void> {
    try {
      await trueMemory.ensure();
    } catch (error) {
      return call.fail(recording.failed(error));
    }
    call.work();
  }

  async function runProbe(): Promise<void> {
    if (recording.on) return;
    try {
      await trueMemory.ensure();
      await writer.query('probe', PROBE, []);
      recording.succeeded();
    } catch (error) {
      logger.debug({ err: error }, 'still not recording');
    }
  }

  const refused = (message: string) => Promise.reject(new AppError('not_recording', message));

  return {
    submit(events, by) {
      if (stopped || queue.waiting > MOST_WAITING) return refused('Máy chủ đang bận · the server is busy');
      if (events.length === 0) return Promise.resolve([]);
      return new Promise((done, fail) => {
        const items = events.map((event) => itemOf(event, by));
        queue.push({ kind: 'events', since: performance.now(), items, done, fail });
      });
    },
    define(definitions, by) {
      if (stopped) return refused('Máy chủ đang dừng · the server is stopping');
      return new Promise((done, fail) => queue.push({ kind: 'define', definitions, by, done, fail }));
    },
    settled(work) {
      return new Promise((resolve, fail) => {
        const settle = (): void => {
          try {
            resolve(work());
          } catch (error) {
            fail(error);
          }
        };
        queue.push({ kind: 'read', work: settle, fail });
      });
    },
    onCommit: listeners.onCommit,
    onGroup: listeners.onGroup,
    get recording() {
      return recording.on;
    },
    get waiting() {
      return queue.waiting;
    },
    async stop() {
      stopped = true;
      recording.stop();
      await queue.finished();
      await writer.close();
    },
  };
}
