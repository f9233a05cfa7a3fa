import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { type Delta, MERGE_MS, type Snapshot } from '../../lib/wire/socket.ts';
import { type Held, takeDelta } from '../../lib/wire/take-delta.ts';
import type { ShownBoard } from '../../lib/wire/wall-board.ts';
import { createAudience } from '../../server/live/audience.ts';
import { createBoards } from '../../server/live/boards.ts';
import { createFeed } from '../../server/live/feed.ts';
import { createRooms, EMPTY_ROOM_KEPT_MS } from '../../server/live/rooms.ts';
import { foldInto, lawMemory } from './law-city.ts';

/** A reader of one channel, an area's board or what a wall shows of it: what it holds, whether its line is up, and whether it reads what it is sent. */
export type Reader = { area: string; held: Held<ShownBoard> | null; online: boolean; slow: boolean };

/** The server's own rooms, audience and feed, with readers in place of sockets and a clock that is moved by hand. */
export function roomServer(startAt: number) {
  const memory = lawMemory();
  const readers: Reader[] = [];
  let now = startAt;
  let monotonic = 0;
  const clock = { now: () => now, monotonic: () => monotonic };
  const overWire = <T>(message: T): T => JSON.parse(JSON.stringify(message));

  const rooms = createRooms(memory, clock);
  const audience = createAudience<Reader>();
  const feed = createFeed({
    rooms,
    audience,
    clock,
    wire: {
      prepare: (delta) => (reader) => {
        if (!reader.slow) receive(reader, overWire(delta));
        return !reader.slow;
      },
      isReady: (reader) => !reader.slow,
      snapshot: take,
    },
  });

  function watch(reader: Reader): void {
    const answer = feed.watch(reader, reader.area, reader.held ?? undefined, true);
    if (answer.kind === 'error') throw new Error(answer.code);
    if (answer.kind === 'snapshot') take(reader, answer);
    else receive(reader, overWire(answer));
  }

  function take(reader: Reader, snapshot: Snapshot<ShownBoard>): void {
    const { epoch, seq, board } = overWire(snapshot);
    reader.held = { epoch, seq, board };
  }

  function receive(reader: Reader, delta: Delta): void {
    if (!reader.held) return;
    const taken = takeDelta(reader.held, delta);
    if (taken.kind === 'applied') reader.held = taken.held;
    else if (taken.kind === 'watchAgain') watch(reader);
  }

  return {
    readers,
    told: feed.told,
    tell(events: readonly SourceEvent[]): void {
      for (const unit of foldInto(memory, events, events.length || 1)) rooms.touch(unit);
    },
    pass(ms: number): void {
      now += ms;
      monotonic += ms;
      rooms.expire();
    },
    /** Tells what changed, the merge time over. */
    push(): void {
      monotonic += MERGE_MS;
      feed.flush(true);
    },
    join(area: string): void {
      const reader = { area, held: null, online: true, slow: false };
      readers.push(reader);
      watch(reader);
    },
    /** The line of a reader breaks, or comes back with what it held. */
    turn(reader: Reader): void {
      reader.online = !reader.online;
      if (reader.online) watch(reader);
      else audience.forget(reader);
    },
    /** A reader stops reading, or reads again. */
    stall(reader: Reader): void {
      reader.slow = !reader.slow;
    },
    catchUp: () => feed.catchUp(true),
    /** So much later that rooms without a reader are forgotten. */
    forgetUnused(): void {
      monotonic += EMPTY_ROOM_KEPT_MS + 1;
      rooms.forgetUnused(audience.isWatched);
    },
    /** The board as a server would make it that had never made one before. */
    board: (area: string): ShownBoard | undefined => overWire(createBoards(memory).shown(area, now)?.board),
  };
}
