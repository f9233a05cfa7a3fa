import type { Board } from './board.ts';
import type { WallOrder } from './wall-order.ts';
import type { WallReport } from './wall-report.ts';

/** Raised whenever a message changes its meaning; the server refuses clients of another major. */
export const PROTOCOL = 1;

export type Since = { epoch: string; seq: number };

/** `B`: the board of a desk, or on the line of a wall its own. */
export type Snapshot<B = Board> = { kind: 'snapshot'; epoch: string; seq: number; board: B };

/** Whole new values by path, never increments. A client applies it when `from ≤ own seq < to`. */
export type Delta = {
  area: string;
  epoch: string;
  from: number;
  to: number;
  put: Record<string, unknown>;
  remove: string[];
};

export type WatchAnswer<B = Board> =
  | Snapshot<B>
  | ({ kind: 'delta' } & Delta)
  | { kind: 'error'; code: 'unknown_area' | 'forbidden' | 'bad_request' };

export type ServerToClient<B = Board> = {
  delta: (delta: Delta) => void;
  /** Sent instead of a backlog when a client could not keep up. */
  snapshot: (snapshot: Snapshot<B> & { area: string }) => void;
  /** `build`: that of the pages which the server has now. */
  beat: (beat: { at: number; seq: number; recording: boolean; build: string }) => void;
  /** An administrator asks something of a wall. */
  order: (order: { order: WallOrder; name: string }) => void;
  /** The server stops on purpose: come back after a random pause. */
  bye: (bye: { reason: 'restart' }) => void;
};

export type ClientToServer<B = Board> = {
  watch: (request: { area: string; since?: Since }, ack: (answer: WatchAnswer<B>) => void) => void;
  unwatch: (request: { area: string }) => void;
  /** What a wall says of itself; anybody else is not listened to. */
  report: (report: WallReport) => void;
  clock: (request: Record<string, never>, ack: (answer: { at: number }) => void) => void;
};

/** Milliseconds: how often the server speaks, and when a listener calls it late. */
export const BEAT_MS = 4_000;
export const LATE_AFTER_MS = 6_000;
export const LOST_AFTER_MS = 30_000;
export const MERGE_MS = 250;
export const REWATCH_WITHIN_MS = 3_000;
