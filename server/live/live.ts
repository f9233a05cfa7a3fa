import type { WallView } from '../../lib/domain/access/wall-view.ts';
import type { LiveReading } from '../../lib/domain/alerts/reading.ts';
import type { Board } from '../../lib/wire/board.ts';
import { BEAT_MS } from '../../lib/wire/socket.ts';
import { isWallBoard, type ShownBoard, type WallBoard } from '../../lib/wire/wall-board.ts';
import type { WallOrder } from '../../lib/wire/wall-order.ts';
import { createDaysTurned } from '../access/days-turned.ts';
import type { Denials } from '../access/denials.ts';
import type { Core } from '../core.ts';
import type { Access } from '../http/access.ts';
import { createAudience } from './audience.ts';
import { wallChannel } from './channel.ts';
import { beatAll, type Client, clientWire } from './client.ts';
import { createFeed } from './feed.ts';
import { createReadSettled } from './read-settled.ts';
import { epochOf } from './room.ts';
import { createRooms } from './rooms.ts';
import { openSockets, type Sockets } from './sockets.ts';
import { createWalls, type Walls } from './walls.ts';
import { createWatchRights } from './watch-rights.ts';

const FLUSH_AGAIN_MS = 25;
/** Twice a second: what the clock alone takes from somebody is gone within one. */
const TICK_MS = 500;

export type LiveStatistics = {
  sockets: number;
  rooms: number;
  deltas: number;
  messages: number;
  buffered: number;
  snapshots: number;
};

type Read<B> = { epoch: string; seq: number; asOf: number; board: B };

export type Live = {
  upgrade: Sockets['upgrade'];
  /** The board as it now stands, for the API; the same view as on the socket. */
  board(code: string): Promise<Read<Board> | null>;
  /** What a wall shows of an area, likewise. */
  wallBoard(view: WallView, code: string): Promise<Read<WallBoard> | null>;
  statistics(): LiveStatistics;
  /** Seconds since the unit that is silent longest, and should speak, was heard; 0: none is silent. */
  oldestSilenceSeconds(): Promise<number>;
  /** What walls say of themselves, and what is asked of them. */
  walls: Pick<Walls, 'seen'> & { order(wall: { wall: string; name: string }, order: WallOrder): number };
  /** Runs `work` on what is on disk, with what the rules of alerts read of a unit. Null: nothing can be read now. */
  withReadings<T>(work: (readingOf: (unit: string) => LiveReading | null) => T): Promise<T | null>;
  /** Something that no event told may have changed every board. */
  refreshAll(): Promise<void>;
  /** Tells clients to come back later, then closes their connections; the HTTP server is closed by whoever made it. */
  close(): Promise<void>;
};

/** What happens when: commits, beats and the passing of time, brought to rooms, readers and connections. */
export function createLive(core: Core, access: Access, onDenied: Denials['note'], build = 'none'): Live {
  const { accept, memory } = core;
  const clock = { now: () => core.now(), monotonic: () => performance.now() };
  const rooms = createRooms(memory, clock);
  const audience = createAudience<Client>();
  const feed = createFeed({ rooms, audience, wire: clientWire, clock });
  const rights = createWatchRights(access, onDenied);
  const readSettled = createReadSettled(accept);
  const beat = () => ({ at: core.now(), seq: memory.head.seq, recording: accept.recording, build });
  const welcome = (client: Client): void => void client.emit('beat', beat());
  const walls = createWalls(access, clock.now);
  const sockets = openSockets({ core, rights, audience, feed, readSettled, welcome, onReport: walls.note });
  let flushing: NodeJS.Timeout | null = null;

  function flush(settled: boolean): void {
    if (!feed.flush(settled) || flushing) return;
    flushing = setTimeout(() => {
      flushing = null;
      readSettled(flush).catch((err: unknown) => core.logger.error({ err }, 'a push failed'));
    }, FLUSH_AGAIN_MS);
  }

  accept.onCommit(({ units, treeChanged, rightsChanged }) => {
    if (treeChanged) rooms.touchAll();
    if (treeChanged || rightsChanged) rights.dropForbidden(sockets.clients(), audience);
    for (const unit of units) rooms.touch(unit);
    flush(true);
  });

  const beating = setInterval(() => beatAll(sockets.clients(), beat()), BEAT_MS);

  const daysTurned = createDaysTurned(memory, clock.now);
  const ticking = setInterval(() => {
    readSettled((settled) => {
      // K3: grants and loans begin and end with a local day, which no event tells.
      if (daysTurned()) rights.dropForbidden(sockets.clients(), audience);
      rooms.expire();
      feed.catchUp(settled);
      rooms.forgetUnused(audience.isWatched);
      flush(settled);
    }).catch((err: unknown) => core.logger.error({ err }, 'the passing of time failed'));
  }, TICK_MS);

  const shown = (channel: string): Promise<Read<ShownBoard> | null> =>
    readSettled((settled) => {
      const room = rooms.open(channel, settled);
      if (!room?.board) return null;
      room.usedAt = clock.monotonic();
      return { epoch: epochOf(room), seq: room.seq, asOf: core.now(), board: room.board };
    });

  return {
    upgrade: sockets.upgrade,
    async board(code) {
      const read = await shown(code);
      return read && !isWallBoard(read.board) ? { ...read, board: read.board } : null;
    },
    async wallBoard(view, code) {
      const read = await shown(wallChannel(view, code));
      return read && isWallBoard(read.board) ? { ...read, board: read.board } : null;
    },
    statistics: () => ({
      sockets: sockets.size,
      rooms: rooms.size,
      ...feed.told,
      buffered: sockets.buffered(),
    }),
    oldestSilenceSeconds: () => readSettled((settled) => (settled ? rooms.oldestSilence() / 1000 : 0)),
    walls: { seen: walls.seen, order: (wall, order) => walls.order(sockets.clients(), wall, order) },
    withReadings: (work) => readSettled((settled) => (settled ? work(rooms.alertReading) : null)),
    refreshAll: () =>
      readSettled((settled) => {
        rooms.touchAll();
        flush(settled);
      }),
    async close() {
      clearInterval(beating);
      clearInterval(ticking);
      if (flushing) clearTimeout(flushing);
      sockets.close();
    },
  };
}
