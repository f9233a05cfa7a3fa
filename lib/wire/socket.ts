import type { Board } from './board.ts';

/** Raised whenever a message changes its meaning; the server refuses clients of another major. */
export const PROTOCOL = 1;

export type Since = { epoch: string; seq: number };

export type Snapshot = { kind: 'snapshot'; epoch: string; seq: number; board: Board };

/** Whole new values by path, never increments. A client applies it when `from ≤ own seq < to`. */
export type Delta = {
  area: string;
  epoch: string;
  from: number;
  to: number;
  put: Record<string, unknown>;
  remove: string[];
};

export type WatchAnswer =
  | Snapshot
  | ({ kind: 'delta' } & Delta)
  | { kind: 'error'; code: 'unknown_area' | 'forbidden' | 'bad_request' };

export type ServerToClient = {
  delta: (delta: Delta) => void;
  /** Sent instead of a backlog when a client could not keep up. */
  snapshot: (snapshot: Snapshot & { area: string }) => void;
  beat: (beat: { at: number; seq: number; recording: boolean }) => void;
  /** The server stops on purpose: come back after a random pause. */
  bye: (bye: { reason: 'restart' }) => void;
};

export type ClientToServer = {
  watch: (request: { area: string; since?: Since }, ack: (answer: WatchAnswer) => void) => void;
  unwatch: (request: { area: string }) => void;
  clock: (request: Record<string, never>, ack: (answer: { at: number }) => void) => void;
};

/** Milliseconds: how often the server speaks, and when a listener calls it late. */
export const BEAT_MS = 4_000;
export const LATE_AFTER_MS = 6_000;
export const LOST_AFTER_MS = 30_000;
export const MERGE_MS = 250;
export const REWATCH_WITHIN_MS = 3_000;
