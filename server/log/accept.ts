import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { AppError, errorCode } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { commitDefinitions } from './commit-definitions.ts';
import { commitEvents, type Item, itemOf } from './commit-events.ts';
import type { Memory } from './memory.ts';
import type { Definition, Door, Outcome, Submitter } from './submission.ts';
import type { Writer } from './writer.ts';

/** Events of one group at most: enough to fill a commit, few enough to answer soon. */
const MOST_IN_GROUP = 4000;
/** Events that may wait for the disk before new ones are told to come back. */
const MOST_WAITING = 100_000;
const PROBE_MS = 1000;
const RETRY_MS = 500;

/** What a commit changed, for whoever shows it. */
export type Commit = { units: Set<string>; treeChanged: boolean; events: number; seconds: number };

type Call =
  | { kind: 'events'; items: Item[]; done: (outcomes: Outcome[]) => void; fail: (error: unknown) => void }
  | {
      kind: 'define';
      definitions: Definition[];
      done: (outcomes: Outcome[]) => void;
      fail: (error: unknown) => void;
    }
  | { kind: 'read'; work: () => void; fail: (error: unknown) => void };

export type Accept = Door & {
  /**
   * Runs `work` when no group lies between its fold and its commit: what it sees is on disk. Rejects `not_recording`
   * while the database cannot even be read, since memory may then be ahead of the log.
   */
  settled<T>(work: () => T): Promise<T>;
  onCommit(listener: (commit: Commit) => void): void;
  /** False while nothing can be written. */
  readonly recording: boolean;
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
  const queue: Call[] = [];
  const listeners: ((commit: Commit) => void)[] = [];
  let waiting = 0;
  let working: Promise<void> | null = null;
  let recording = true;
  let stopped = false;
  let probe: NodeJS.Timeout | null = null;

  const push = (call: Call): void => {
    queue.push(call);
    working ??= drain();
  };

  async function drain(): Promise<void> {
    // Yields once so that calls of the same turn share a group.
    await Promise.resolve();
    try {
      for (let call = queue.shift(); call; call = queue.shift()) {
        if (call.kind === 'read') await runRead(call);
        else if (call.kind === 'define') await runDefine(call);
        else await runEvents(gather(call));
      }
    } finally {
      // In the same turn as the look into the empty queue: a call pushed in between would wait for the next one.
      working = null;
    }
  }

  type EventCall = Extract<Call, { kind: 'events' }>;

  function gather(first: EventCall): EventCall[] {
    const calls = [first];
    let n = first.items.length;
    for (
      let next = queue[0];
      next?.kind === 'events' && n + next.items.length <= MOST_IN_GROUP;
      next = queue[0]
    ) {
      queue.shift();
      calls.push(next);
      n += next.items.length;
    }
    return calls;
  }

  async function runEvents(calls: EventCall[]): Promise<void> {
    const started = performance.now();
    const before = memory.head.seq;
    const items = calls.flatMap((call) => call.items);
    waiting -= items.length;
    try {
      await ensureWriter();
      const { outcomes, units } = await commitEvents(writer, memory, items, now(), before);
      answer(calls, outcomes);
      announce({
        units,
        treeChanged: false,
        events: items.length,
        seconds: (performance.now() - started) / 1000,
      });
    } catch (error) {
      logger.error({ err: error, events: items.length }, 'a group did not commit');
      await retryApart(calls, before, error);
    }
  }

  // Call by call, then item by item: nobody's event is refused for a neighbour's.
  async function retryApart(calls: EventCall[], before: number, error: unknown): Promise<void> {
    for (const call of calls) {
      const outcomes: Outcome[] = [];
      const units = new Set<string>();
      try {
        for (const item of call.items) outcomes.push(await commitOne(item, before, units));
        answer([call], outcomes);
      } catch (failure) {
        call.fail(cannotRecord(failure));
      }
      announce({ units, treeChanged: false, events: outcomes.length, seconds: 0 });
    }
    if (!recording) logger.warn({ err: error }, 'nothing is being recorded');
  }

  async function runRead(call: Extract<Call, { kind: 'read' }>): Promise<void> {
    try {
      await restoreMemory();
    } catch (error) {
      return call.fail(cannotRecord(error));
    }
    call.work();
  }

  async function commitOne(item: Item, before: number, units: Set<string>): Promise<Outcome> {
    try {
      await restoreMemory();
      const committed = await commitEvents(writer, memory, [item], now(), before);
      for (const unit of committed.units) units.add(unit);
      const [outcome] = committed.outcomes;
      if (!outcome) throw new AppError('no_outcome', 'a commit gave no outcome');
      clean = true;
      return outcome;
    } catch (error) {
      clean = false;
      if (isDatabaseDown(error)) throw error;
      logger.error({ err: error, type: item.event.type }, 'an event could not be stored');
      return {
        status: 'rejected',
        error: { code: 'not_storable', pointer: '', detail: 'the event could not be stored' },
      };
    }
  }

  // Whether memory equals the tables; a failed commit leaves it ahead.
  let clean = true;

  // Everybody who asks during an outage shares one try a second.
  let failedAt = Number.NEGATIVE_INFINITY;

  async function restoreMemory(): Promise<void> {
    if (clean && writer.connected) return;
    if (performance.now() - failedAt < RETRY_MS)
      throw new AppError('not_connected', 'the database cannot be read');
    try {
      await writer.reconnect();
      const { tree, usualGaps: _unknown, ...fresh } = await restore();
      // Readers hold the tree itself, and the gaps are nobody's table.
      Object.assign(memory.tree, tree);
      Object.assign(memory, fresh);
    } catch (error) {
      failedAt = performance.now();
      throw error;
    }
    clean = true;
  }

  async function ensureWriter(): Promise<void> {
    if (!clean || !writer.connected) await restoreMemory();
    // Until the commit returns, memory is ahead of the log.
    clean = false;
  }

  async function runDefine(call: Extract<Call, { kind: 'define' }>): Promise<void> {
    try {
      await ensureWriter();
      const outcomes = await commitDefinitions(writer, memory, call.definitions, now());
      clean = true;
      call.done(outcomes);
      if (outcomes.some((outcome) => outcome.status === 'stored'))
        announce({ units: new Set(), treeChanged: true, events: outcomes.length, seconds: 0 });
    } catch (error) {
      logger.error({ err: error }, 'definitions did not commit');
      call.fail(cannotRecord(error));
    }
  }

  function answer(calls: EventCall[], outcomes: Outcome[]): void {
    clean = true;
    setRecording(true);
    let from = 0;
    for (const call of calls) {
      call.done(outcomes.slice(from, from + call.items.length));
      from += call.items.length;
    }
  }

  function announce(commit: Commit): void {
    if (commit.units.size === 0 && !commit.treeChanged) return;
    for (const listener of listeners) {
      try {
        listener(commit);
      } catch (error) {
        // The group is on disk and answered; who shows it must not undo that.
        logger.error({ err: error }, 'a commit could not be shown');
      }
    }
  }

  function cannotRecord(error: unknown): AppError {
    setRecording(false);
    return new AppError(
      'not_recording',
      'Hiện không ghi nhận được sự kiện · events cannot be recorded now',
      error,
    );
  }

  function setRecording(next: boolean): void {
    if (recording !== next)
      logger.warn({ recording: next }, next ? 'events are recorded again' : 'events cannot be recorded');
    recording = next;
    if (next && probe) {
      clearInterval(probe);
      probe = null;
    } else if (!next && !probe && !stopped) {
      probe = setInterval(
        () =>
          queue.length === 0 &&
          push({ kind: 'define', definitions: [], done: () => void tryRecording(), fail: () => undefined }),
        PROBE_MS,
      );
      probe.unref();
    }
  }

  // An empty definition opens a transaction and writes nothing; a message in the write-ahead log needs the disk.
  async function tryRecording(): Promise<void> {
    try {
      await writer.query('probe', "SELECT pg_logical_emit_message(true, 'thuoc-do', repeat('0', 8192))", []);
      setRecording(true);
    } catch (error) {
      logger.debug({ err: error }, 'still not recording');
    }
  }

  return {
    submit(events: SourceEvent[], by: Submitter) {
      if (stopped || waiting > MOST_WAITING)
        return Promise.reject(new AppError('not_recording', 'Máy chủ đang bận · the server is busy'));
      if (events.length === 0) return Promise.resolve([]);
      waiting += events.length;
      return new Promise((done, fail) =>
        push({ kind: 'events', items: events.map((event) => itemOf(event, by)), done, fail }),
      );
    },
    define(definitions) {
      if (stopped)
        return Promise.reject(new AppError('not_recording', 'Máy chủ đang dừng · the server is stopping'));
      return new Promise((done, fail) => push({ kind: 'define', definitions, done, fail }));
    },
    settled(work) {
      return new Promise((resolve, reject) => {
        push({
          kind: 'read',
          fail: reject,
          work: () => {
            try {
              resolve(work());
            } catch (error) {
              reject(error);
            }
          },
        });
      });
    },
    onCommit: (listener) => void listeners.push(listener),
    get recording() {
      return recording;
    },
    get waiting() {
      return waiting;
    },
    async stop() {
      stopped = true;
      if (probe) clearInterval(probe);
      await working;
      await writer.close();
    },
  };
}

/** Only data exceptions (class 22) and broken constraints (23) are about the event; all else is about the database. */
function isDatabaseDown(error: unknown): boolean {
  if (error instanceof AppError) return true;
  const code = errorCode(error);
  return code === undefined || !/^2[23]/.test(code);
}
