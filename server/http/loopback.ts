import type { IncomingMessage } from 'node:http';

const LOOPBACK_ADDRESS = /^(::1|127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOOPBACK_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
/** Headers by which proxies and tunnels say that somebody else asks. */
const FORWARDED =
  /^(x-forwarded|x-original-|x-envoy-|cf-)|^(forwarded|via|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip)$/;

/** Whether what a server listens on is this very machine alone. */
export const isLoopbackHost = (host: string): boolean =>
  LOOPBACK_ADDRESS.test(host) || host === 'localhost' || host === '::1';

/**
 * Whether the request comes from this very machine: the address, a Host header that names loopback (a page of another
 * name that resolves here is another site), no sign of a proxy, and an Origin, where there is one, that is this very
 * host. `host`: what the server listens on.
 */
export function isDirectLoopback(host: string, request: IncomingMessage): boolean {
  const { host: named = '', origin } = request.headers;
  if (!isLoopbackHost(host) || !LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '')) return false;
  if (!LOOPBACK_NAME.test(named) || Object.keys(request.headers).some((name) => FORWARDED.test(name)))
    return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === named);
}
