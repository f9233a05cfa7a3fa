import type { Board } from '../../lib/wire/board.ts';
import type { Delta, Since, WatchAnswer } from '../../lib/wire/socket.ts';
import { type Held, takeDelta } from '../../lib/wire/take-delta.ts';
import type { ShownBoard } from '../../lib/wire/wall-board.ts';
import { FIRST_LINK, type LinkState, linkLevel } from './link-state.ts';

/** Calls back once, before the next picture is drawn. */
export type Frame = (flush: () => void) => void;

/** What the caller has to do about something it received. */
export type Outcome = 'done' | 'watchAgain';

/**
 * Holds one board and the state of its line, without React. Deltas are folded at once and shown together, once per
 * frame; a hidden page, which draws no frames, therefore keeps no backlog.
 */
export type BoardStore<B = Board> = {
  /** The board as last shown. */
  board: () => B;
  link: () => LinkState;
  /** Where to continue from. */
  since: () => Since;
  subscribe: (listener: () => void) => () => void;
  takeDelta: (delta: Delta) => Outcome;
  takeAnswer: (answer: WatchAnswer<B>) => Outcome;
  /** Something arrived at `now` (the caller's clock, ms); `recording` when the server said so. */
  heard: (now: number, recording?: boolean) => void;
  /** Time went by. */
  tick: (now: number) => void;
};

/** A store that starts from the first picture; its line was opened at `openedAt` (ms of the clock given to `heard`). */
export function createBoardStore<B extends ShownBoard>(
  first: Held<B>,
  frame: Frame,
  openedAt: number,
): BoardStore<B> {
  let held = first;
  let shown = first.board;
  let link = FIRST_LINK;
  let nextLink = FIRST_LINK;
  let heardAt: number | null = null;
  let waiting = false;
  const listeners = new Set<() => void>();

  const flush = (): void => {
    waiting = false;
    if (shown === held.board && link === nextLink) return;
    shown = held.board;
    link = nextLink;
    for (const listener of listeners) listener();
  };
  const changed = (): void => {
    if (waiting) return;
    waiting = true;
    frame(flush);
  };
  const hold = (next: Held<B>): void => {
    held = next;
    changed();
  };
  const setLink = (next: LinkState): void => {
    if (sameLink(nextLink, next)) return;
    nextLink = next;
    changed();
  };
  const age = (now: number): void => {
    const level = linkLevel(openedAt, heardAt, now);
    const silentMs = level === 'lost' ? now - (heardAt ?? openedAt) : 0;
    setLink({ ...nextLink, level, silentMs });
  };

  const store: BoardStore<B> = {
    board: () => shown,
    link: () => link,
    since: () => ({ epoch: held.epoch, seq: held.seq }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeDelta: (delta) => {
      const taken = takeDelta(held, delta);
      if (taken.kind === 'applied') hold(taken.held);
      return taken.kind === 'watchAgain' ? 'watchAgain' : 'done';
    },
    takeAnswer: (answer) => {
      if (answer.kind === 'error') {
        setLink({ ...nextLink, refused: answer.code });
        return 'done';
      }
      setLink({ ...nextLink, refused: null });
      if (answer.kind === 'delta') return store.takeDelta(answer);
      hold({ epoch: answer.epoch, seq: answer.seq, board: answer.board });
      return 'done';
    },
    heard: (now, recording = nextLink.recording) => {
      heardAt = now;
      setLink({ ...nextLink, recording });
      age(now);
    },
    tick: age,
  };
  return store;
}

const sameLink = (a: LinkState, b: LinkState): boolean =>
  a.level === b.level && a.silentMs === b.silentMs && a.recording === b.recording && a.refused === b.refused;
