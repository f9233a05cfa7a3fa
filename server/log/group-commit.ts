import type { Logger } from '../logger.ts';
import type { EventCall } from './call-queue.ts';
import { type Committed, commitEvents } from './commit-events.ts';
import type { CommitListeners } from './commit-listeners.ts';
import type { Item } from './item.ts';
import type { Memory } from './memory.ts';
import { isDatabaseDown, type Recording } from './recording.ts';
import type { Outcome } from './submission.ts';
import type { TrueMemory } from './true-memory.ts';
import type { Writer } from './writer.ts';

export type GroupCommitParts = {
  writer: Writer;
  memory: Memory;
  trueMemory: TrueMemory;
  recording: Recording;
  listeners: CommitListeners;
  now: () => number;
  logger: Logger;
};

/** Commits the events of calls as one group and answers each call; a group that fails is tried again call by call. */
export function createGroupCommit(parts: GroupCommitParts): (calls: EventCall[]) => Promise<void> {
  const { writer, memory, trueMemory, recording, listeners, now, logger } = parts;

  function answer(calls: EventCall[], outcomes: Outcome[], started: number): void {
    recording.succeeded();
    let from = 0;
    for (const call of calls) {
      call.done(outcomes.slice(from, from + call.items.length));
      from += call.items.length;
    }
    listeners.measure(calls, outcomes, started);
  }

  return async (calls) => {
    if (!recording.mayTry) return recording.refuse(calls, null);
    const started = performance.now();
    const before = memory.head.seq;
    const commit = (items: readonly Item[]): Promise<Committed> =>
      trueMemory.commit(() => commitEvents(writer, memory, items, now(), before));
    const items = calls.flatMap((call) => call.items);
    try {
      const { outcomes, units } = await commit(items);
      answer(calls, outcomes, started);
      listeners.announce({ units, treeChanged: false, rightsChanged: false });
    } catch (error) {
      logger.error({ err: error, events: items.length }, 'a group did not commit');
      for (const [index, call] of calls.entries()) {
        const units = new Set<string>();
        try {
          answer([call], await commitApart(commit, call.items, units, logger), started);
        } catch (failure) {
          // The database is to blame, for the calls behind this one too; what is on disk of them is found again.
          return recording.refuse(calls.slice(index), failure);
        } finally {
          listeners.announce({ units, treeChanged: false, rightsChanged: false });
        }
      }
    }
  };
}

const NOT_STORABLE: Outcome = {
  status: 'rejected',
  error: { code: 'not_storable', pointer: '', detail: 'the event could not be stored' },
};

/**
 * Commits what failed as a group once more, then item by item: nobody's event is refused for a neighbour's. `units`
 * gathers what was committed, also when it rejects because the database is to blame.
 */
async function commitApart(
  commit: (items: readonly Item[]) => Promise<Committed>,
  items: readonly Item[],
  units: Set<string>,
  logger: Logger,
): Promise<Outcome[]> {
  try {
    const committed = await commit(items);
    for (const unit of committed.units) units.add(unit);
    return committed.outcomes;
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    if (items.length > 1) {
      const outcomes: Outcome[] = [];
      for (const item of items) outcomes.push(...(await commitApart(commit, [item], units, logger)));
      return outcomes;
    }
    logger.error({ err: error, type: items[0]?.event.type }, 'an event could not be stored');
    return [NOT_STORABLE];
  }
}
