import type { Actor } from './actor.ts';
import type { Item } from './item.ts';
import type { Definition, Outcome } from './submission.ts';

/** Events of one group at most: enough to fill a commit, few enough to answer soon. */
const MOST_IN_GROUP = 4000;

export type EventCall = {
  kind: 'events';
  /** Monotonic milliseconds at which it was handed in. */
  since: number;
  items: Item[];
  done: (outcomes: Outcome[]) => void;
  fail: (error: unknown) => void;
};

export type DefineCall = {
  kind: 'define';
  definitions: Definition[];
  by: Actor;
  done: (outcomes: Outcome[]) => void;
  fail: (error: unknown) => void;
};

export type ReadCall = { kind: 'read'; work: () => void; fail: (error: unknown) => void };

type Call = EventCall | DefineCall | ReadCall | { kind: 'probe' };

/** What is done with each kind of call; none of them rejects. */
export type Runs = {
  events(calls: EventCall[]): Promise<void>;
  define(call: DefineCall): Promise<void>;
  read(call: ReadCall): Promise<void>;
  probe(): Promise<void>;
};

export type CallQueue = {
  push(call: Call): void;
  readonly empty: boolean;
  /** Events that wait for their group. */
  readonly waiting: number;
  /** Settles when everything handed in so far was run. */
  finished(): Promise<void>;
};

/** One thing at a time, in the order of the calls; events of calls that stand behind one another make one group. */
export function createCallQueue(runs: Runs): CallQueue {
  const queue: Call[] = [];
  let waiting = 0;
  let working: Promise<void> | null = null;

  async function drain(): Promise<void> {
    // Yields once so that calls of the same turn share a group.
    await Promise.resolve();
    try {
      for (let call = queue.shift(); call; call = queue.shift()) {
        if (call.kind === 'read') await runs.read(call);
        else if (call.kind === 'define') await runs.define(call);
        else if (call.kind === 'probe') await runs.probe();
        else await runs.events(gather(call));
      }
    } finally {
      // In the same turn as the look into the empty queue: a call pushed in between would wait for the next one.
      working = null;
    }
  }

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
    waiting -= n;
    return calls;
  }

  return {
    push(call) {
      if (call.kind === 'events') waiting += call.items.length;
      queue.push(call);
      working ??= drain();
    },
    get empty() {
      return queue.length === 0;
    },
    get waiting() {
      return waiting;
    },
    finished: async () => void (await working),
  };
}
