import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { lineOf } from '../../lib/domain/tree.ts';
import type { Board } from '../../lib/wire/board.ts';
import type { Delta, WatchAnswer } from '../../lib/wire/socket.ts';
import { type Held, takeDelta } from '../../lib/wire/take-delta.ts';
import { createBoards } from '../../server/live/boards.ts';
import { createRoom, differenceSince, epochOf, type Room, refreshRoom } from '../../server/live/room.ts';
import { foldInto, lawMemory } from './law-city.ts';

/** A reader of one area's board: what it holds, and whether its line is up. */
export type Reader = { area: string; held: Held | null; online: boolean };

/** Rooms and readers without sockets or clocks: what the server does between a commit and the wire, step by step. */
export function roomServer(startAt: number) {
  const memory = lawMemory();
  const boards = createBoards(memory);
  const rooms = new Map<string, Room>();
  const readers: Reader[] = [];
  let now = startAt;
  let snapshots = 0;

  const overWire = <T>(message: T): T => JSON.parse(JSON.stringify(message));
  const touch = (unit: string): void => {
    boards.touch(unit);
    for (const { code } of lineOf(memory.tree, unit)) {
      const room = rooms.get(code);
      if (room) room.dirty = true;
    }
  };
  const roomOf = (area: string): Room => {
    const room = heldOrMade(rooms, area, () => createRoom(area));
    const fresh = room.dirty ? boards.board(area, now) : null;
    if (fresh) refreshRoom(room, fresh, memory.head.seq, now);
    return room;
  };
  const listening = (area: string): Reader[] => readers.filter((one) => one.area === area && one.online);

  function watch(reader: Reader): void {
    const { area, held } = reader;
    const room = roomOf(area);
    if (listening(area).length === 0) Object.assign(room, { toldSeq: room.seq, toldEpoch: epochOf(room) });
    reader.online = true;
    const { seq } = room;
    const epoch = epochOf(room);
    const difference = held?.epoch === epoch ? differenceSince(room, held.seq) : null;
    if (held && difference) receive(reader, { area, epoch, from: held.seq, to: seq, ...difference });
    else if (room.board) take(reader, { kind: 'snapshot', epoch, seq, board: room.board });
  }

  function take(reader: Reader, answer: Extract<WatchAnswer, { kind: 'snapshot' }>): void {
    snapshots += 1;
    const { epoch, seq, board } = overWire(answer);
    reader.held = { epoch, seq, board };
  }

  function receive(reader: Reader, delta: Delta): void {
    if (!reader.held) return;
    const taken = takeDelta(reader.held, overWire(delta));
    if (taken.kind === 'applied') reader.held = taken.held;
    else if (taken.kind === 'watchAgain') watch(reader);
  }

  function push(area: string): void {
    const room = roomOf(area);
    const known = epochOf(room) === room.toldEpoch;
    const told = known ? differenceSince(room, room.toldSeq) : null;
    if (known && !told) room.turn += 1;
    if (told && Object.keys(told.put).length === 0 && told.remove.length === 0) return;
    const difference = told ?? { put: {}, remove: [] };
    const from = told ? room.toldSeq : room.seq;
    const delta = { area, epoch: epochOf(room), from, to: room.seq, ...difference };
    Object.assign(room, { toldSeq: room.seq, toldEpoch: delta.epoch });
    for (const reader of listening(area)) receive(reader, delta);
  }

  return {
    readers,
    get snapshots() {
      return snapshots;
    },
    tell(events: readonly SourceEvent[]): void {
      foldInto(memory, events, events.length || 1);
      for (const { unit } of events) touch(unit);
    },
    pass(ms: number): void {
      now += ms;
      for (const unit of boards.expire(now)) touch(unit);
    },
    push(): void {
      for (const area of rooms.keys()) if (listening(area).length > 0) push(area);
    },
    join(area: string): void {
      const reader = { area, held: null, online: false };
      readers.push(reader);
      watch(reader);
    },
    /** The line of a reader breaks, or comes back with what it held. */
    turn(reader: Reader): void {
      if (reader.online) reader.online = false;
      else watch(reader);
    },
    /** Rooms without a reader are forgotten, as after ten minutes. */
    forgetEmpty(): void {
      for (const area of rooms.keys()) if (listening(area).length === 0) rooms.delete(area);
    },
    /** The board as a server would make it that had never made one before. */
    board: (area: string): Board | undefined => overWire(createBoards(memory).board(area, now)?.board),
  };
}
