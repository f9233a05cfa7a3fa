import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Denials } from '../access/denials.ts';
import { SOCKET_PATH } from '../live/sockets.ts';
import type { Access } from './access.ts';
import { headerFault } from './header-fault.ts';
import { MOST } from './limits.ts';
import { createOpenCount } from './open-count.ts';
import { plainPath } from './plain-path.ts';
import { nameOf, type RequestLimits } from './request-limits.ts';
import { isSameOrigin } from './same-origin.ts';
import type { Pages } from './server.ts';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export type UpgradeParts = {
  access: Access;
  limits: RequestLimits;
  sockets: Upgrade;
  pages: () => Pages | null;
  development: boolean;
  publicUrl: string | null;
  onDenied: Denials['note'];
  onFault(error: unknown): void;
};

/**
 * Sends upgrades of the socket path to Socket.IO and, in development, those of Next to Next; closes all others at once.
 * A handshake from a page of another site is refused, whatever cookies the browser sent with it, and so are more
 * connections than one person, wall or key needs.
 */
export function dispatchUpgrades(server: Server, parts: UpgradeParts): void {
  const { access, limits, sockets, pages, development, publicUrl, onDenied } = parts;
  const open = createOpenCount();

  async function connect(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (headerFault(request)) return refuse(socket, 400);
    if (!isSameOrigin(request, publicUrl)) return refuse(socket, 403);
    const wait = await limits.take(request);
    if (wait > 0) return refuse(socket, 429, wait);
    const found = access.find(request);
    if (!found.ok) {
      onDenied('nobody', found.code);
      return refuse(socket, 401);
    }
    const { kind } = found.subject;
    const who = `${kind} ${nameOf(found.subject)}`;
    if (!open.open(who, MOST.socketsOf[kind])) return refuse(socket, 429, 60);
    socket.once('close', () => open.close(who));
    sockets(request, socket, head);
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A peer that goes away while it is being refused is nobody's error.
    socket.on('error', () => undefined);
    const path = plainPath(request.url);
    if (path === `${SOCKET_PATH}/` || path === SOCKET_PATH) {
      connect(request, socket, head).catch((error: unknown) => {
        parts.onFault(error);
        socket.destroy();
      });
      return;
    }
    const served = development && path?.startsWith('/_next/') ? pages() : null;
    if (served) return void served.upgrade(request, socket, head);
    refuse(socket, 404);
  });
}

function refuse(socket: Duplex, status: number, retryAfter?: number): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Length: 0',
    ...(retryAfter === undefined ? [] : [`Retry-After: ${retryAfter}`]),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}
