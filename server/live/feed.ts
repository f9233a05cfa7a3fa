import type { Delta, Since, Snapshot, WatchAnswer } from '../../lib/wire/socket.ts';
import type { ShownBoard } from '../../lib/wire/wall-board.ts';
import type { Audience } from './audience.ts';
import { areaOf } from './channel.ts';
import { differenceSince, epochOf, pushDelay, type Room } from './room.ts';
import type { LiveClock, Rooms } from './rooms.ts';

/** The way to a reader. */
export type Wire<R> = {
  /** Makes a delta ready once for all; what it gives sends it, false: too much waits for that reader already. */
  prepare(delta: Delta): (reader: R) => boolean;
  /** Whether a reader that fell behind has read enough to be sent a board. */
  isReady(reader: R): boolean;
  snapshot(reader: R, snapshot: Snapshot<ShownBoard> & { area: string }): void;
};

export type FeedParts<R> = { rooms: Rooms; audience: Audience<R>; wire: Wire<R>; clock: LiveClock };

/** What readers are told of the rooms: a board or a difference when they come, then every change. */
export type Feed<R> = {
  /** Joins the reader to the channel; whoever calls has seen that it may. */
  watch(reader: R, channel: string, since: Since | undefined, settled: boolean): WatchAnswer<ShownBoard>;
  /** Tells what changed to whoever watches it; true while something is left for a little later. */
  flush(settled: boolean): boolean;
  /** Sends the board to those who were too slow for deltas. */
  catchUp(settled: boolean): void;
  readonly told: Readonly<{ deltas: number; messages: number; snapshots: number }>;
};

export function createFeed<R>({ rooms, audience, wire, clock }: FeedParts<R>): Feed<R> {
  const told = { deltas: 0, messages: 0, snapshots: 0 };

  function snapshotOf(room: Room, board: ShownBoard): Snapshot<ShownBoard> {
    told.snapshots += 1;
    return { kind: 'snapshot', epoch: epochOf(room), seq: room.seq, board };
  }

  function push(channel: string): void {
    const room = rooms.open(channel, true);
    if (!room) return;
    const known = epochOf(room) === room.toldEpoch;
    const since = known ? differenceSince(room, room.toldSeq) : null;
    // What cannot be told as a difference is a new epoch, which makes everybody ask for a snapshot.
    if (known && !since) room.turn += 1;
    if (since && Object.keys(since.put).length === 0 && since.remove.length === 0) return;
    const epoch = epochOf(room);
    const difference = since ?? { put: {}, remove: [] };
    // A new epoch tells nothing itself, so whoever came in it before must not take this for the whole change.
    const area = areaOf(channel);
    const delta = { area, epoch, from: since ? room.toldSeq : room.seq, to: room.seq, ...difference };
    Object.assign(room, { toldSeq: room.seq, toldEpoch: epoch, sentAt: clock.monotonic() });
    const send = wire.prepare(delta);
    told.deltas += 1;
    for (const reader of audience.of(channel)) {
      if (audience.lags(reader, channel)) continue;
      if (send(reader)) told.messages += 1;
      else audience.lag(reader, channel);
    }
  }

  return {
    watch(reader, channel, since, settled) {
      const room = rooms.open(channel, settled);
      if (!room?.board) return { kind: 'error', code: 'unknown_area' };
      room.usedAt = clock.monotonic();
      // Nobody was told while nobody watched: the first to come starts from what it gets now.
      if (!audience.isWatched(channel)) Object.assign(room, { toldSeq: room.seq, toldEpoch: epochOf(room) });
      audience.join(reader, channel);
      const difference = since && since.epoch === epochOf(room) ? differenceSince(room, since.seq) : null;
      if (since && difference)
        return {
          kind: 'delta',
          area: areaOf(channel),
          epoch: epochOf(room),
          from: since.seq,
          to: room.seq,
          ...difference,
        };
      return snapshotOf(room, room.board);
    },
    flush(settled) {
      for (const channel of rooms.changed) {
        const room = rooms.held(channel);
        if (!room || !audience.isWatched(channel)) rooms.changed.delete(channel);
        else if (settled && pushDelay(room, clock.monotonic()) === 0) {
          rooms.changed.delete(channel);
          push(channel);
        }
      }
      return rooms.changed.size > 0;
    },
    catchUp(settled) {
      for (const { reader, channel } of audience.takeLagging(wire.isReady)) {
        const room = rooms.open(channel, settled);
        if (room?.board) wire.snapshot(reader, { area: areaOf(channel), ...snapshotOf(room, room.board) });
      }
    },
    told,
  };
}
