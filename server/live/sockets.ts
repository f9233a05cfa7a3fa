import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server } from 'socket.io';
import { z } from 'zod';
import type { ClientToServer, ServerToClient, WatchAnswer } from '../../lib/wire/socket.ts';
import type { ShownBoard } from '../../lib/wire/wall-board.ts';
import type { Core } from '../core.ts';
import { SIZES } from '../http/limits.ts';
import type { Audience } from './audience.ts';
import { areaOf } from './channel.ts';
import type { Client } from './client.ts';
import type { Feed } from './feed.ts';
import { bufferedBytes, type Connection } from './frame.ts';
import { limitFrames } from './limit-frames.ts';
import type { ReadSettled } from './read-settled.ts';
import type { WatchRights } from './watch-rights.ts';

export const SOCKET_PATH = '/socket.io';
/** A connection that has not said what it wants by then is closed. */
const CONNECT_MS = 10_000;

const watchRequest = z.object({
  area: z.string().max(64),
  since: z.object({ epoch: z.string().max(64), seq: z.number() }).optional(),
});

export type SocketParts = {
  core: Pick<Core, 'logger' | 'now'>;
  rights: WatchRights;
  audience: Audience<Client>;
  feed: Feed<Client>;
  readSettled: ReadSettled;
  /** A client says how it is. */
  onReport(client: Client, report: unknown): void;
  /** What a client hears when it has connected. */
  welcome(client: Client): void;
};

export type Sockets = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  clients(): Iterable<Client>;
  readonly size: number;
  buffered(): number;
  /** Tells clients to come back later, then closes their connections. */
  close(): void;
};

/** Connections and what clients ask on them. */
export function openSockets(parts: SocketParts): Sockets {
  const { core, rights, audience, feed, readSettled, welcome, onReport } = parts;
  const io = new Server<ClientToServer<ShownBoard>, ServerToClient<ShownBoard>>({
    path: SOCKET_PATH,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: SIZES.frame,
    cleanupEmptyChildNamespaces: true,
    connectTimeout: CONNECT_MS,
  });
  // Attached to a server that never listens: the one dispatcher of upgrades decides who gets which connection, and no
  // request of another kind gets here.
  io.attach(createServer(), { destroyUpgrade: false });
  io.engine.on('connection', (connection: Connection) => limitFrames(connection, core.logger));
  const { sockets } = io.of('/');

  function answerWatch(client: Client, request: unknown, settled: boolean): WatchAnswer<ShownBoard> {
    const read = watchRequest.safeParse(request);
    if (!read.success) return { kind: 'error', code: 'bad_request' };
    const { area, since } = read.data;
    const asked = rights.asked(client, area);
    return asked.ok ? feed.watch(client, asked.channel, since, settled) : { kind: 'error', code: asked.code };
  }

  io.on('connection', (client: Client) => {
    client.on('watch', (request, ack) => {
      if (typeof ack !== 'function') return;
      readSettled((settled) => {
        if (client.connected) ack(answerWatch(client, request, settled));
      }).catch((err: unknown) => core.logger.error({ err }, 'a watch failed'));
    });
    client.on('unwatch', (request) => {
      for (const channel of audience.channelsOf(client))
        if (areaOf(channel) === request?.area) audience.leave(client, channel);
    });
    client.on('report', (report) => onReport(client, report));
    client.on('clock', (_request, ack) => {
      if (typeof ack === 'function') ack({ at: core.now() });
    });
    client.on('disconnect', () => audience.forget(client));
    welcome(client);
  });

  return {
    upgrade: (request, socket, head) => io.engine.handleUpgrade(request, socket, head),
    clients: () => sockets.values(),
    get size() {
      return sockets.size;
    },
    buffered: () => [...sockets.values()].reduce((sum, client) => sum + bufferedBytes(client), 0),
    close() {
      io.emit('bye', { reason: 'restart' });
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}
