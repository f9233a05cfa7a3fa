import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { AppError, errorCode } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Actor } from './actor.ts';
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
/** A megabyte of new pages and a commit in the write-ahead log, gone when it ends: either can be what the disk refuses. */
const PROBE = `CREATE TEMP TABLE recording_probe ON COMMIT DROP AS
  SELECT repeat('x', 2000) AS filler FROM generate_series(1, 512)`;

/** What a commit changed, for whoever shows it. */
export type Commit = { units: Set<string>; treeChanged: boolean };

/** A group that was answered, for whoever measures. `lagSeconds` is the longest way from the door to the answer. */
export type Group = {
  events: number;
  stored: number;
  duplicate: number;
  commitSeconds: number;
  lagSeconds: number;
};

type Call =
  | {
      kind: 'events';
      /** Monotonic milliseconds at which it was handed in. */
      since: number;
      items: Item[];
      done: (outcomes: Outcome[]) => void;
      fail: (error: unknown) => void;
    }
  | {
      kind: 'define';
      definitions: Definition[];
      by: Actor;
      done: (outcomes: Outcome[]) => void;
      fail: (error: unknown) => void;
    }
  | { kind: 'read'; work: () => void; fail: (error: unknown) => void }
  | { kind: 'probe' };

export type Accept = Door & {
  /**
   * Runs `work` when no group lies between its fold and its commit: what it sees is on disk. Rejects `not_recording`
   * while the database cannot even be read, since memory may then be ahead of the log.
   */
  settled<T>(work: () => T): Promise<T>;
  onCommit(listener: (commit: Commit) => void): void;
  onGroup(listener: (group: Group) => void): void;
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
  const measurers: ((group: Group) => void)[] = [];
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
        else if (call.kind === 'probe') await runProbe();
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
    // While nothing can be written every try costs a new memory, so one in a while stands for all.
    if (!recording && performance.now() - refusedAt < RETRY_MS) return refuse(calls, null);
    try {
      await ensureWriter();
      const { outcomes, units } = await commitEvents(writer, memory, items, now(), before);
      answer(calls, outcomes);
      measure(calls, outcomes, started);
      announce({ units, treeChanged: false });
    } catch (error) {
      logger.error({ err: error, events: items.length }, 'a group did not commit');
      await retryApart(calls, before, started);
    }
  }

  // Call by call, then item by item: nobody's event is refused for a neighbour's.
  async function retryApart(calls: EventCall[], before: number, started: number): Promise<void> {
    for (const [index, call] of calls.entries()) {
      const units = new Set<string>();
      try {
        const outcomes = await commitApart(call.items, before, units);
        answer([call], outcomes);
        measure([call], outcomes, started);
      } catch (failure) {
        // The database is to blame, for the calls behind this one too; what is on disk of them is found again.
        announce({ units, treeChanged: false });
        return refuse(calls.slice(index), failure);
      }
      announce({ units, treeChanged: false });
    }
  }

  function refuse(calls: EventCall[], cause: unknown): void {
    if (cause !== null) refusedAt = performance.now();
    for (const call of calls) call.fail(cannotRecord(cause));
  }

  async function commitApart(items: Item[], before: number, units: Set<string>): Promise<Outcome[]> {
    try {
      await restoreMemory();
      clean = false;
      const committed = await commitEvents(writer, memory, items, now(), before);
      clean = true;
      for (const unit of committed.units) units.add(unit);
      return committed.outcomes;
    } catch (error) {
      if (isDatabaseDown(error)) throw error;
      if (items.length > 1) {
        const outcomes: Outcome[] = [];
        for (const item of items) outcomes.push(...(await commitApart([item], before, units)));
        return outcomes;
      }
      logger.error({ err: error, type: items[0]?.event.type }, 'an event could not be stored');
      const detail = 'the event could not be stored';
      return [{ status: 'rejected', error: { code: 'not_storable', pointer: '', detail } }];
    }
  }

  async function runRead(call: Extract<Call, { kind: 'read' }>): Promise<void> {
    try {
      await restoreMemory();
    } catch (error) {
      return call.fail(cannotRecord(error));
    }
    call.work();
  }

  // Whether memory equals the tables; a failed commit leaves it ahead.
  let clean = true;

  // Everybody who asks during an outage shares one try in a while.
  let failedAt = Number.NEGATIVE_INFINITY;
  let refusedAt = Number.NEGATIVE_INFINITY;

  async function restoreMemory(): Promise<void> {
    if (clean && writer.connected) return;
    if (performance.now() - failedAt < RETRY_MS)
      throw new AppError('not_connected', 'the database cannot be read');
    try {
      await writer.reconnect();
      const { tree, rights, usualGaps: _unknown, ...fresh } = await restore();
      // Readers hold the tree and the rights themselves, and the gaps are nobody's table.
      Object.assign(memory.tree, tree);
      Object.assign(memory.rights, rights);
      Object.assign(memory, fresh);
    } catch (error) {
      failedAt = performance.now();
      throw error;
    }
    clean = true;
    // A commit whose answer was lost may be among what was restored.
    announce({ units: new Set(), treeChanged: true });
  }

  async function ensureWriter(): Promise<void> {
    if (!clean || !writer.connected) await restoreMemory();
    // Until the commit returns, memory is ahead of the log.
    clean = false;
  }

  async function runDefine(call: Extract<Call, { kind: 'define' }>): Promise<void> {
    try {
      await ensureWriter();
      const outcomes = await commitDefinitions(writer, memory, call.definitions, call.by, now());
      clean = true;
      call.done(outcomes);
      if (outcomes.some((outcome) => outcome.status === 'stored'))
        announce({ units: new Set(), treeChanged: true });
    } catch (error) {
      logger.error({ err: error }, 'definitions did not commit');
      const own = !isDatabaseDown(error);
      call.fail(
        own
          ? new AppError('not_storable', 'Không lưu được · the definition could not be stored', error)
          : cannotRecord(error),
      );
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

  function measure(calls: EventCall[], outcomes: Outcome[], started: number): void {
    const at = performance.now();
    const of = (status: Outcome['status']): number => outcomes.filter((one) => one.status === status).length;
    const group: Group = {
      events: outcomes.length,
      stored: of('stored'),
      duplicate: of('duplicate'),
      commitSeconds: (at - started) / 1000,
      lagSeconds: (at - Math.min(...calls.map((call) => call.since))) / 1000,
    };
    for (const measurer of measurers) measurer(group);
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
      probe = setInterval(() => queue.length === 0 && push({ kind: 'probe' }), PROBE_MS);
      probe.unref();
    }
  }

  async function runProbe(): Promise<void> {
    if (recording) return;
    try {
      await restoreMemory();
      await writer.query('probe', PROBE, []);
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
        push({
          kind: 'events',
          since: performance.now(),
          items: events.map((event) => itemOf(event, by)),
          done,
          fail,
        }),
      );
    },
    define(definitions, by) {
      if (stopped)
        return Promise.reject(new AppError('not_recording', 'Máy chủ đang dừng · the server is stopping'));
      return new Promise((done, fail) => push({ kind: 'define', definitions, by, done, fail }));
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
    onGroup: (listener) => void measurers.push(listener),
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
