import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { SOCKET_PATH } from '../live/sockets.ts';
import type { Access } from './access.ts';
import { EVENTS_PATH } from './events.ts';
import { atPageDoor } from './page-door.ts';
import { plainPath } from './plain-path.ts';
import { sendProblem } from './send-problem.ts';

/** Neither rejects: what goes wrong is logged where the pages are opened. */
export type Pages = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export type HttpParts = {
  access: Access;
  events: Handler;
  /** Everything below /api, and the three paths of operations. */
  api: { fetch: Parameters<typeof getRequestListener>[0] };
  pages: () => Pages | null;
  development: boolean;
  /** Hears of every request before it is answered. */
  onRequest?: Handler;
};

/** A whole request must have come by then: 1 MiB over a slow line, and no connection held open for nothing. */
const REQUEST_MS = 60_000;

const OPERATIONS = new Set(['/livez', '/readyz', '/metrics']);
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);

/** One port: events, API, operations and pages. Upgrades go to `onUpgrade` only where a path is known. */
export function createHttpServer(parts: HttpParts): Server {
  const { access, events, api, pages, development, onRequest } = parts;
  const listener = getRequestListener(api.fetch);
  return createServer({ maxHeaderSize: 16 * 1024, requestTimeout: REQUEST_MS }, (request, response) => {
    onRequest?.(request, response);
    const path = plainPath(request.url);
    if (path === null) return sendProblem(request, response, 'bad_path');
    if (!METHODS.has(request.method ?? '')) return sendProblem(request, response, 'method_not_allowed');
    if (path === EVENTS_PATH) return events(request, response);
    if (path.startsWith('/api/') || OPERATIONS.has(path)) return void listener(request, response);
    const door = atPageDoor(request, path, access, development);
    if (door.kind === 'refuse') return sendProblem(request, response, door.code, { allow: 'GET, HEAD' });
    if (door.kind === 'lead') return lead(response, door.to);
    const served = pages();
    if (!served) return sendProblem(request, response, 'not_ready');
    return void served.handle(request, response);
  });
}

/** Sends upgrades of the socket path to Socket.IO and, in development, those of Next to Next; closes all others at once. */
export function dispatchUpgrades(
  server: Server,
  sockets: Upgrade,
  pages: () => Pages | null,
  development: boolean,
): void {
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = plainPath(request.url);
    if (path === `${SOCKET_PATH}/` || path === SOCKET_PATH) return sockets(request, socket, head);
    const served = development && path?.startsWith('/_next/') ? pages() : null;
    // A peer that goes away while it is being refused is nobody's error.
    socket.on('error', () => undefined);
    if (served) return void served.upgrade(request, socket, head);
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () =>
      socket.destroy(),
    );
  });
}

/** Only a path of our own: no Host that a client made up gets into an answer. */
function lead(response: ServerResponse, to: string): void {
  response.writeHead(303, { location: to, 'cache-control': 'no-store' }).end();
}
