import type { Logger } from '../logger.ts';
import type { Outcome } from './submission.ts';

/** What a commit changed, for whoever shows it. */
export type Commit = {
  units: Set<string>;
  /** Areas, their settings, or keys. */
  treeChanged: boolean;
  /** Who may what, or who is signed in. */
  rightsChanged: boolean;
};

/** A group that was answered, for whoever measures. `lagSeconds` is the longest way from the door to the answer. */
export type Group = {
  events: number;
  stored: number;
  duplicate: number;
  commitSeconds: number;
  lagSeconds: number;
};

/** Those who hear of commits and of answered groups. */
export type CommitListeners = {
  onCommit(listener: (commit: Commit) => void): void;
  onGroup(listener: (group: Group) => void): void;
  announce(commit: Commit): void;
  /** `since` is when each call was handed in and `started` when its commit began, in monotonic milliseconds. */
  measure(calls: readonly { since: number }[], outcomes: readonly Outcome[], started: number): void;
};

export function createCommitListeners(logger: Logger): CommitListeners {
  const listeners: ((commit: Commit) => void)[] = [];
  const measurers: ((group: Group) => void)[] = [];

  return {
    onCommit: (listener) => void listeners.push(listener),
    onGroup: (listener) => void measurers.push(listener),
    announce(commit) {
      if (commit.units.size === 0 && !commit.treeChanged && !commit.rightsChanged) return;
      for (const listener of listeners) {
        try {
          listener(commit);
        } catch (error) {
          // The group is on disk and answered; who shows it must not undo that.
          logger.error({ err: error }, 'a commit could not be shown');
        }
      }
    },
    measure(calls, outcomes, started) {
      const at = performance.now();
      const of = (status: Outcome['status']): number =>
        outcomes.filter((one) => one.status === status).length;
      const group: Group = {
        events: outcomes.length,
        stored: of('stored'),
        duplicate: of('duplicate'),
        commitSeconds: (at - started) / 1000,
        lagSeconds: (at - Math.min(...calls.map((call) => call.since))) / 1000,
      };
      for (const measurer of measurers) measurer(group);
    },
  };
}
