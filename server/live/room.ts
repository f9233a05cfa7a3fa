import type { Paths } from '../../lib/domain/paths.ts';
import { MERGE_MS } from '../../lib/wire/socket.ts';
import type { ShownBoard } from '../../lib/wire/wall-board.ts';

/** Removals are kept this long for clients that come back with a `since`. */
const REMOVALS_KEPT_MS = 10 * 60_000;

type Held = { json: string; value: unknown; seq: number };
export type Difference = { put: Record<string, unknown>; remove: string[] };

let made = 0;

/**
 * A board as last sent: every path with the seq at which it last changed. What changed since any seq is then
 * a scan of the paths, so nothing has to be kept per client.
 */
export type Room<B = ShownBoard> = {
  channel: string;
  /**
   * `base` comes from the run and the day; `turn` rises when time alone changed what the log's head already had;
   * `life` tells this room from one of the same area that was forgotten and cannot know what time changed meanwhile.
   */
  base: string;
  life: number;
  turn: number;
  /** seq of the newest content. */
  seq: number;
  /** seq and epoch up to which everybody in the room was told. */
  toldSeq: number;
  toldEpoch: string;
  held: Map<string, Held>;
  /** `at` is monotonic ms. */
  removed: Map<string, { seq: number; at: number }>;
  /** A `since` before this seq cannot be answered by a difference: removals older than this are forgotten. */
  oldest: number;
  /** The board that the paths were made from. */
  board: B | null;
  /** Monotonic ms of the last push, for the first-at-once rule: a clock that is set back must hold nothing up. */
  sentAt: number;
  /** Monotonic ms at which somebody last had it open. */
  usedAt: number;
  dirty: boolean;
};

type Boardless = Omit<Room, 'board'>;

export const createRoom = <B = ShownBoard>(channel: string): Room<B> => ({
  channel,
  base: '',
  life: ++made,
  turn: 0,
  seq: -1,
  toldSeq: 0,
  toldEpoch: '',
  held: new Map(),
  removed: new Map(),
  oldest: 0,
  board: null,
  sentAt: Number.NEGATIVE_INFINITY,
  usedAt: 0,
  dirty: true,
});

export const epochOf = (room: Boardless): string => `${room.base}.${room.life}.${room.turn}`;

export type Fresh<B = ShownBoard> = { board: B; paths: Paths; epoch: string };

/** Takes in a new board as of `seq`, the log's head; `at` is monotonic ms. */
export function refreshRoom<B>(room: Room<B>, fresh: Fresh<B>, seq: number, at: number): void {
  const first = room.seq < 0;
  const base = fresh.epoch;
  const changed = takeIn(room, fresh.paths, seq, at);
  room.board = fresh.board;
  // A change at a seq that clients already have cannot be a delta: a new epoch makes them ask for a snapshot.
  if (!first && base === room.base && changed && seq === room.seq) room.turn += 1;
  if (first) Object.assign(room, { oldest: seq, toldSeq: seq });
  room.base = base;
  room.seq = seq;
  if (first) room.toldEpoch = epochOf(room);
  room.dirty = false;
  forgetRemovals(room, at);
}

function takeIn(room: Boardless, paths: Paths, seq: number, at: number): boolean {
  let changed = false;
  for (const [path, value] of paths) {
    const held = room.held.get(path);
    // The row of a unit that nothing touched is the very object that was sent.
    if (held && held.value === value) continue;
    const json = JSON.stringify(value);
    if (held?.json === json) continue;
    room.held.set(path, { json, value, seq });
    room.removed.delete(path);
    changed = true;
  }
  if (room.held.size === paths.size) return changed;
  for (const path of room.held.keys()) {
    if (paths.has(path)) continue;
    room.held.delete(path);
    room.removed.set(path, { seq, at });
  }
  return true;
}

function forgetRemovals(room: Boardless, at: number): void {
  for (const [path, removal] of room.removed) {
    // Map order is the order of removal, so the first young one ends the search.
    if (at - removal.at < REMOVALS_KEPT_MS) break;
    room.removed.delete(path);
    room.oldest = Math.max(room.oldest, removal.seq);
  }
}

/** What changed after `seq`; null when that can no longer be said. */
export function differenceSince(room: Boardless, seq: number): Difference | null {
  if (seq < room.oldest || seq > room.seq) return null;
  const difference: Difference = { put: {}, remove: [] };
  for (const [path, held] of room.held) if (held.seq > seq) difference.put[path] = held.value;
  for (const [path, removal] of room.removed) if (removal.seq > seq) difference.remove.push(path);
  return difference;
}

/** Milliseconds until the room may push again, at monotonic ms `at`: 0 when it has been quiet for the merge time. */
export const pushDelay = (room: Boardless, at: number): number => Math.max(0, room.sentAt + MERGE_MS - at);
