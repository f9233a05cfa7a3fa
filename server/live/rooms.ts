import type { LiveReading } from '../../lib/domain/alerts/reading.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { lineOf } from '../../lib/domain/tree.ts';
import type { Memory } from '../log/memory.ts';
import { createBoards } from './boards.ts';
import { channelsOf } from './channel.ts';
import { createRoom, type Room, refreshRoom } from './room.ts';

/** A room that nobody has open is kept this long, for readers that come back with a `since`. */
export const EMPTY_ROOM_KEPT_MS = 10 * 60_000;

/** `now` is epoch milliseconds, for what a board says; `monotonic` only passes, for what is sent and kept. */
export type LiveClock = { now(): number; monotonic(): number };

/**
 * The rooms of the channels that somebody has open. `settled` says that no group lies between its fold and its commit:
 * only then may a board be read from memory, since what it shows must be on disk.
 */
export type Rooms = {
  /** The room with its newest board; unsettled, with the one last seen on disk. Null: there is none. */
  open(channel: string, settled: boolean): Room | null;
  /** The room as it is. */
  held(channel: string): Room | undefined;
  /** The channels whose board may have changed since it was last told. */
  readonly changed: Set<string>;
  touch(unit: string): void;
  /** Definitions changed, or something else that no event told. */
  touchAll(): void;
  /** Touches the units that time alone has changed. */
  expire(): void;
  forgetUnused(isWatched: (channel: string) => boolean): void;
  /** Milliseconds since the unit that is silent longest, and should speak, was heard; call it settled. */
  oldestSilence(): number;
  /** What the rules of alerts read of a unit; call it settled. */
  alertReading(unit: string): LiveReading | null;
  readonly size: number;
};

export function createRooms(memory: Memory, clock: LiveClock): Rooms {
  const boards = createBoards(memory);
  const rooms = new Map<string, Room>();
  const changed = new Set<string>();

  const mark = (channel: string): void => {
    const room = rooms.get(channel);
    if (!room) return;
    room.dirty = true;
    changed.add(channel);
  };

  const touch = (unit: string): void => {
    boards.touch(unit);
    for (const { code } of lineOf(memory.tree, unit)) for (const channel of channelsOf(code)) mark(channel);
  };

  return {
    open(channel, settled) {
      const known = rooms.get(channel);
      if (known && !(known.dirty && settled)) return known;
      const fresh = settled ? boards.shown(channel, clock.now()) : null;
      if (!fresh) return null;
      const room = heldOrMade(rooms, channel, () => createRoom(channel));
      refreshRoom(room, fresh, memory.head.seq, clock.monotonic());
      return room;
    },
    held: (channel) => rooms.get(channel),
    changed,
    touch,
    touchAll() {
      boards.touchAll();
      for (const channel of rooms.keys()) mark(channel);
    },
    expire() {
      for (const unit of boards.expire(clock.now())) touch(unit);
    },
    forgetUnused(isWatched) {
      const at = clock.monotonic();
      for (const [channel, room] of rooms) {
        if (isWatched(channel)) room.usedAt = at;
        else if (at - room.usedAt > EMPTY_ROOM_KEPT_MS) rooms.delete(channel);
      }
    },
    oldestSilence: () => boards.oldestSilence(clock.now()),
    alertReading: (unit) => boards.alertReading(unit, clock.now()),
    get size() {
      return rooms.size;
    },
  };
}
