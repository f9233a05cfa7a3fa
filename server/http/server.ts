import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { SOCKET_PATH } from '../live/sockets.ts';
import type { Access } from './access.ts';
import { limitConnections } from './connections.ts';
import { EVENTS_PATH } from './events.ts';
import { headerFault } from './header-fault.ts';
import { SIZES, TIMES } from './limits.ts';
import { atPageDoor } from './page-door.ts';
import { newNonce, preparePageRequest } from './page-request.ts';
import { plainPath } from './plain-path.ts';
import type { RequestLimits } from './request-limits.ts';
import { createSecurityHeaders, isAsset, pagePolicy } from './security-headers.ts';
import { sendProblem } from './send-problem.ts';

/** Neither rejects: what goes wrong is logged where the pages are opened. */
export type Pages = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export type HttpParts = {
  access: Access;
  limits: RequestLimits;
  events: Handler;
  /** Everything below /api, and the three paths of operations. */
  api: { fetch: Parameters<typeof getRequestListener>[0] };
  pages: () => Pages | null;
  development: boolean;
  /** Our own address as browsers name it, when it is set. */
  publicUrl: string | null;
  /** Proxies whose word is taken for where a request comes from. */
  proxies: BlockList | null;
  /** Hears of what should not have been thrown; whoever asked is told that it was our fault. */
  onFault(error: unknown): void;
  /** Hears of every request before it is answered. */
  onRequest?: Handler;
};

/** Asked by programs that watch over this one: never told to wait, and cheap. */
const PROBES = new Set(['/livez', '/readyz']);
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);

/** One port: events, API, operations and pages. Every answer has its security headers before anybody handles it. */
export function createHttpServer(parts: HttpParts): Server {
  const { access, limits, events, api, pages, development, publicUrl, proxies, onRequest } = parts;
  const securityHeaders = createSecurityHeaders(publicUrl);
  const listener = getRequestListener(api.fetch);

  async function serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (!PROBES.has(path)) {
      const wait = await limits.take(request);
      if (wait > 0) return sendProblem(request, response, 'rate_limited', { 'retry-after': String(wait) });
    }
    if (path.startsWith('/api/') || path === '/metrics' || PROBES.has(path))
      return void listener(request, response);
    if (path.startsWith(SOCKET_PATH)) return sendProblem(request, response, 'not_found');
    const door = atPageDoor(request, path, access, development);
    if (door.kind === 'refuse') return sendProblem(request, response, door.code, { allow: 'GET, HEAD' });
    if (door.kind === 'lead') return lead(response, door.to);
    const served = pages();
    if (!served) return sendProblem(request, response, 'not_ready');
    const policy = pagePolicy(newNonce(), development);
    if (!isAsset(path)) response.setHeader('content-security-policy', policy);
    preparePageRequest(request, policy);
    await served.handle(request, response);
  }

  const server = createServer(
    {
      maxHeaderSize: SIZES.headers,
      headersTimeout: TIMES.headers,
      requestTimeout: TIMES.request,
      connectionsCheckingInterval: TIMES.look,
    },
    (request, response) => {
      onRequest?.(request, response);
      const path = plainPath(request.url);
      response.setHeaders(securityHeaders(path));
      if (path === null) return sendProblem(request, response, 'bad_path');
      const fault = headerFault(request);
      if (fault) return sendProblem(request, response, fault);
      if (!METHODS.has(request.method ?? '')) return sendProblem(request, response, 'method_not_allowed');
      if (path === EVENTS_PATH) return events(request, response);
      serve(request, response, path).catch((error: unknown) => {
        parts.onFault(error);
        if (response.headersSent) response.destroy();
        else sendProblem(request, response, 'internal');
      });
    },
  );
  // All of them are looked at: Node would drop those above a number of its own without a word.
  server.maxHeadersCount = 0;
  limitConnections(server, proxies);
  return server;
}

/** Only a path of our own: no Host that a client made up gets into an answer. */
function lead(response: ServerResponse, to: string): void {
  response.writeHead(303, { location: to, 'cache-control': 'no-store' }).end();
}
