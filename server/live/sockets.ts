import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server } from 'socket.io';
import { z } from 'zod';
import type { ClientToServer, ServerToClient, WatchAnswer } from '../../lib/wire/socket.ts';
import type { Core } from '../core.ts';
import { SIZES } from '../http/limits.ts';
import type { Audience } from './audience.ts';
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
  const { core, rights, audience, feed, readSettled, welcome } = parts;
  const io = new Server<ClientToServer, ServerToClient>({
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

  function answerWatch(client: Client, request: unknown, settled: boolean): WatchAnswer {
    const read = watchRequest.safeParse(request);
    if (!read.success) return { kind: 'error', code: 'bad_request' };
    const { area, since } = read.data;
    const refusal = rights.refusal(client, area);
    return refusal ? { kind: 'error', code: refusal } : feed.watch(client, area, since, settled);
  }

  io.on('connection', (client: Client) => {
    client.on('watch', (request, ack) => {
      if (typeof ack !== 'function') return;
      readSettled((settled) => {
        if (client.connected) ack(answerWatch(client, request, settled));
      }).catch((err: unknown) => core.logger.error({ err }, 'a watch failed'));
    });
    client.on('unwatch', (request) => {
      if (typeof request?.area === 'string') audience.leave(client, request.area);
    });
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
