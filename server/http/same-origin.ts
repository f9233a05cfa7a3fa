import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser sent it from one of our own pages: the Origin it names is this host, or the public address. Without
 * an Origin only what no page of another site can send passes: a request that says nothing of its site.
 */
export function isSameOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const named = new URL(origin);
  const ours = publicUrl === null ? null : new URL(publicUrl);
  // Of our public name only the very scheme: http in place of https may be anybody on the way.
  return named.host === ours?.host ? named.origin === ours.origin : named.host === host;
}
