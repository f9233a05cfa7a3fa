import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { lineOf } from '../../lib/domain/tree.ts';
import type { Board } from '../../lib/wire/board.ts';
import {
  BEAT_MS,
  type ClientToServer,
  type ServerToClient,
  type WatchAnswer,
} from '../../lib/wire/socket.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import type { Access } from '../http/access.ts';
import { createBoards } from './boards.ts';
import { bufferedBytes, eventFrame, sendFrame } from './frame.ts';
import { createRoom, differenceSince, epochOf, pushDelay, type Room, refreshRoom } from './room.ts';

export const SOCKET_PATH = '/socket.io';
const TICK_MS = 25;
const EXPIRE_MS = 1000;
/** A connection that has not said what it wants by then is closed. */
const CONNECT_MS = 10_000;
/** A client that has more than this waiting gets a snapshot later instead of a backlog now. */
const SLOW_BYTES = 256 * 1024;
/** A client that has more than this waiting asks for more than it reads, and is let go. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Requests of one client in a second; a page that opens asks for three. */
const MOST_REQUESTS = 50;
const EMPTY_ROOM_KEPT_MS = 10 * 60_000;

type Client = Socket<ClientToServer, ServerToClient>;

const watchRequest = z.object({
  area: z.string().max(64),
  since: z.object({ epoch: z.string().max(64), seq: z.number() }).optional(),
});

export type LiveStatistics = {
  sockets: number;
  rooms: number;
  deltas: number;
  messages: number;
  buffered: number;
  snapshots: number;
};

export type Live = {
  upgrade(request: IncomingMessage, socket: import('node:stream').Duplex, head: Buffer): void;
  /** The board as it now stands, for the API; the same view as on the socket. */
  board(code: string): Promise<{ epoch: string; seq: number; asOf: number; board: Board } | null>;
  statistics(): LiveStatistics;
  /** Seconds since the unit that is silent longest, and should speak, was heard; 0: none is silent. */
  oldestSilenceSeconds(): Promise<number>;
  /** Something that no event told may have changed every board. */
  refreshAll(): Promise<void>;
  /** Tells clients to come back later, then closes their connections; the HTTP server is closed by whoever made it. */
  close(): Promise<void>;
};

export function createLive(http: HttpServer, core: Core, access: Access): Live {
  const { memory, accept } = core;
  const boards = createBoards(memory);
  const rooms = new Map<string, Room>();
  const members = new Map<string, Set<Client>>();
  /** Areas whose client was too slow for deltas. */
  const lagging = new Map<Client, Set<string>>();
  const dirty = new Set<string>();
  const count = { deltas: 0, messages: 0, snapshots: 0 };
  let flushing: NodeJS.Timeout | null = null;
  let between = false;

  const withFresh = <T>(work: () => T): T => {
    between = true;
    try {
      return work();
    } finally {
      between = false;
    }
  };

  /** Answers from fresh boards, or from those last seen while the database cannot be read. */
  const readBoards = async <T>(work: () => T): Promise<T> => {
    try {
      return await accept.settled(() => withFresh(work));
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_recording') return work();
      throw error;
    }
  };

  const io = new Server<ClientToServer, ServerToClient>({
    path: SOCKET_PATH,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 64 * 1024,
    cleanupEmptyChildNamespaces: true,
    connectTimeout: CONNECT_MS,
    allowRequest: (request, done) => done(null, access.find(request).ok),
  });
  // No `attach`: the one upgrade dispatcher in main.ts decides who gets which connection.
  io.attach(http, { destroyUpgrade: false });
  http.removeAllListeners('upgrade');

  // Fresh only between groups; otherwise the board as it was last seen on disk.
  function roomOf(area: string, at: number): Room | null {
    const known = rooms.get(area);
    if (known && (!known.dirty || !between)) return known;
    if (!between) return null;
    const fresh = boards.board(area, at);
    if (!fresh) return null;
    const room = heldOrMade(rooms, area, () => createRoom(area));
    refreshRoom(room, fresh, memory.head.seq, performance.now());
    return room;
  }

  const snapshotOf = (room: Room, board: Board) => ({
    kind: 'snapshot' as const,
    epoch: epochOf(room),
    seq: room.seq,
    board,
  });

  function answerWatch(client: Client, request: unknown): WatchAnswer {
    const read = watchRequest.safeParse(request);
    if (!read.success) return { kind: 'error', code: 'bad_request' };
    const { area, since } = read.data;
    const found = access.find(client.request);
    if (!found.ok || !access.may(found.subject, 'board.watch', area))
      return { kind: 'error', code: found.ok ? 'unknown_area' : 'forbidden' };
    const room = roomOf(area, core.now());
    if (!room?.board) return { kind: 'error', code: 'unknown_area' };
    room.usedAt = performance.now();
    // Nobody was told while nobody watched: the first to come starts from what it gets now.
    if ((members.get(area)?.size ?? 0) === 0)
      Object.assign(room, { toldSeq: room.seq, toldEpoch: epochOf(room) });
    join(client, area);
    const difference = since && since.epoch === epochOf(room) ? differenceSince(room, since.seq) : null;
    if (since && difference)
      return { kind: 'delta', area, epoch: epochOf(room), from: since.seq, to: room.seq, ...difference };
    count.snapshots += 1;
    return snapshotOf(room, room.board);
  }

  function join(client: Client, area: string): void {
    const inside = heldOrMade(members, area, () => new Set());
    inside.add(client);
  }

  function leave(client: Client, area: string): void {
    members.get(area)?.delete(client);
    lagging.get(client)?.delete(area);
  }

  io.on('connection', (client: Client) => {
    client.use(createPatience(client));
    client.on('watch', (request, ack) => {
      if (typeof ack !== 'function') return;
      readBoards(() => {
        if (client.connected) ack(answerWatch(client, request));
      }).catch((err: unknown) => core.logger.error({ err }, 'a watch failed'));
    });
    client.on('unwatch', (request) => {
      if (typeof request?.area === 'string') leave(client, request.area);
    });
    client.on('clock', (_request, ack) => {
      if (typeof ack === 'function') ack({ at: core.now() });
    });
    client.on('disconnect', () => {
      for (const inside of members.values()) inside.delete(client);
      lagging.delete(client);
    });
    client.emit('beat', beat());
  });

  // Whoever asks faster than any page does, or does not read what it asked for, would cost everybody else.
  function createPatience(client: Client) {
    let since = 0;
    let requests = 0;
    return (_packet: unknown, next: (error?: Error) => void): void => {
      const at = performance.now();
      if (at - since > 1000) [since, requests] = [at, 0];
      requests += 1;
      if (requests <= MOST_REQUESTS && bufferedBytes(client) <= MOST_BYTES) {
        next();
        return;
      }
      core.logger.warn({ requests, buffered: bufferedBytes(client) }, 'a client asks for too much');
      client.conn.close(true);
    };
  }

  const beat = () => ({ at: core.now(), seq: memory.head.seq, recording: accept.recording });

  accept.onCommit(({ units, treeChanged }) => {
    if (treeChanged) {
      touchAll();
      dropForbidden();
    }
    for (const unit of units) touch(unit);
    withFresh(flush);
  });

  function touchAll(): void {
    boards.touchAll();
    for (const area of rooms.keys()) markDirty(area);
  }

  function touch(unit: string): void {
    boards.touch(unit);
    for (const area of lineOf(memory.tree, unit)) markDirty(area.code);
  }

  function markDirty(area: string): void {
    const room = rooms.get(area);
    if (!room) return;
    room.dirty = true;
    dirty.add(area);
  }

  // Runs only between groups: straight after a commit, or through `settled`.
  function flush(): void {
    const at = core.now();
    for (const area of dirty) {
      const room = rooms.get(area);
      if (!room || (members.get(area)?.size ?? 0) === 0) dirty.delete(area);
      else if (between && pushDelay(room, performance.now()) === 0) {
        dirty.delete(area);
        push(area, at);
      }
    }
    if (dirty.size > 0 && !flushing) {
      flushing = setTimeout(() => {
        flushing = null;
        readBoards(flush).catch((err: unknown) => core.logger.error({ err }, 'a push failed'));
      }, TICK_MS);
    }
  }

  function push(area: string, at: number): void {
    const room = roomOf(area, at);
    if (!room) return;
    const known = epochOf(room) === room.toldEpoch;
    const told = known ? differenceSince(room, room.toldSeq) : null;
    // What cannot be told as a difference is a new epoch, which makes everybody ask for a snapshot.
    if (known && !told) room.turn += 1;
    if (told && Object.keys(told.put).length === 0 && told.remove.length === 0) return;
    const epoch = epochOf(room);
    const difference = told ?? { put: {}, remove: [] };
    // A new epoch tells nothing itself, so whoever came in it before must not take this for the whole change.
    const delta = { area, epoch, from: told ? room.toldSeq : room.seq, to: room.seq, ...difference };
    Object.assign(room, { toldSeq: room.seq, toldEpoch: epoch, sentAt: performance.now() });
    const frame = eventFrame('delta', delta);
    count.deltas += 1;
    for (const client of members.get(area) ?? []) {
      if (lagging.get(client)?.has(area)) continue;
      if (bufferedBytes(client) > SLOW_BYTES) {
        lag(client, area);
      } else {
        sendFrame(client, frame, 'delta', delta);
        count.messages += 1;
      }
    }
  }

  function lag(client: Client, area: string): void {
    const areas = heldOrMade(lagging, client, () => new Set());
    areas.add(area);
  }

  function catchUp(): void {
    for (const [client, areas] of lagging) {
      if (bufferedBytes(client) > SLOW_BYTES / 4) continue;
      lagging.delete(client);
      for (const area of areas) {
        const room = roomOf(area, core.now());
        if (!room?.board) continue;
        client.emit('snapshot', { area, ...snapshotOf(room, room.board) });
        count.snapshots += 1;
      }
    }
  }

  function dropForbidden(): void {
    for (const client of clients()) {
      const found = access.find(client.request);
      if (!found.ok) {
        client.disconnect(true);
        continue;
      }
      for (const [area, inside] of members)
        if (inside.has(client) && !access.may(found.subject, 'board.watch', area)) leave(client, area);
    }
  }

  const clients = (): Iterable<Client> => io.of('/').sockets.values();

  const beating = setInterval(() => {
    const now = beat();
    const frame = eventFrame('beat', now);
    for (const client of clients()) {
      if (bufferedBytes(client) > MOST_BYTES) client.conn.close(true);
      else sendFrame(client, frame, 'beat', now);
    }
  }, BEAT_MS);

  const expiring = setInterval(() => {
    const work = (): void => {
      for (const unit of boards.expire(core.now())) touch(unit);
      catchUp();
      forgetEmpty();
      flush();
    };
    readBoards(work).catch((err: unknown) => core.logger.error({ err }, 'the passing of time failed'));
  }, EXPIRE_MS);

  function forgetEmpty(): void {
    const now = performance.now();
    for (const [area, room] of rooms) {
      if ((members.get(area)?.size ?? 0) > 0) room.usedAt = now;
      else if (now - room.usedAt > EMPTY_ROOM_KEPT_MS) rooms.delete(area);
    }
  }

  return {
    upgrade: (request, socket, head) => io.engine.handleUpgrade(request, socket, head),
    board: (code) =>
      readBoards(() => {
        const room = roomOf(code, core.now());
        if (!room?.board) return null;
        room.usedAt = performance.now();
        return { epoch: epochOf(room), seq: room.seq, asOf: core.now(), board: room.board };
      }),
    statistics: () => ({
      sockets: io.of('/').sockets.size,
      rooms: rooms.size,
      ...count,
      buffered: [...clients()].reduce((sum, client) => sum + bufferedBytes(client), 0),
    }),
    oldestSilenceSeconds: () => readBoards(() => (between ? boards.oldestSilence(core.now()) / 1000 : 0)),
    refreshAll: () =>
      readBoards(() => {
        touchAll();
        flush();
      }),
    async close() {
      clearInterval(beating);
      clearInterval(expiring);
      if (flushing) clearTimeout(flushing);
      io.emit('bye', { reason: 'restart' });
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}
