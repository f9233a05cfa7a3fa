import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import type { Accept } from '../log/accept.ts';

/** The longest that a device waits for another state; shorter than any proxy on the way. */
const HOLD_MS = 20_000;
/** A burst of changes is told as one. */
const MERGE_MS = 100;

export type StateWatch = {
  /**
   * The state as `read` gives it, once its tag is no longer `known` (or at once, when none is known), or after a while as
   * it is. `read` runs where memory is what is on disk; null ends the wait at once: whoever waited may no longer.
   */
  whenOther<T extends { tag: string }>(
    unit: string,
    known: string | undefined,
    read: () => T | null,
  ): Promise<T | null>;
};

/** How devices hear of changes in their unit without a socket: they ask, and are answered when there is something. */
export function createStateWatch(accept: Pick<Accept, 'onCommit' | 'settled'>): StateWatch {
  const waiting = new Map<string, Set<() => void>>();
  const wake = (unit: string): void => {
    for (const woken of waiting.get(unit) ?? []) woken();
  };
  accept.onCommit(({ units, treeChanged, rightsChanged }) => {
    for (const unit of treeChanged || rightsChanged ? waiting.keys() : units) wake(unit);
  });

  /** The next change of a unit, or the end of `ms`; `over` waits no longer. */
  function change(unit: string, ms: number): { happened: Promise<void>; over: () => void } {
    let resolve: () => void = () => undefined;
    const happened = new Promise<void>((done) => {
      resolve = done;
    });
    const inside = heldOrMade(waiting, unit, () => new Set<() => void>());
    const over = (): void => {
      clearTimeout(timer);
      inside.delete(over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    timer.unref();
    inside.add(over);
    return { happened, over };
  }

  return {
    async whenOther(unit, known, read) {
      const until = performance.now() + HOLD_MS;
      for (;;) {
        // Before it is read: what commits in between must wake this one.
        const left = until - performance.now();
        const changed = known === undefined || left <= 0 ? null : change(unit, left);
        const state = await accept.settled(read);
        if (!state || state.tag !== known || !changed) {
          changed?.over();
          return state;
        }
        await changed.happened;
        await new Promise((done) => setTimeout(done, MERGE_MS));
      }
    },
  };
}
