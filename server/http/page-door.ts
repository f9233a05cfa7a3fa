import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '../../lib/wire/errors.ts';
import type { Access } from './access.ts';
import { isAsset } from './security-headers.ts';

/** What becomes of a request for a page. */
export type AtTheDoor = { kind: 'open' } | { kind: 'refuse'; code: ErrorCode } | { kind: 'lead'; to: string };

/** Pages for whoever is nobody yet, and those of walls and devices, which show figures only to these. */
const OPEN_PAGES = new Set([
  '/login',
  '/enter',
  '/start',
  '/wall',
  '/wall/sw.js',
  '/pair',
  '/counter',
  '/kiosk',
  '/rate',
]);
/** The page of a unit for the public, its form and what its receipts open; the own place in line; ratings by phone. */
const PUBLIC_PAGES = /^\/(p\/[^/]+(\/gop-y(\/[^/]+)?)?|t\/[^/]+|rate\/(later|here)\/[^/]+)$/;
/** As scripts, styles and fonts the same for everybody, and without any figure. */
const ICON = '/icon.svg';
/** What Next's development server asks of itself. */
const DEVELOPMENT = /^\/(_next|__nextjs)/;
/** Next's own doors that we do not use: images it would fetch, data of the old router. */
const SHUT = /^\/_next(\/|$)/;
const LONGEST_WAY_BACK = 1000;

/** Who may open which page: a person any, everybody those of signing in. Whoever is nobody is led to them. */
export function atPageDoor(
  request: IncomingMessage,
  path: string,
  access: Access,
  development: boolean,
): AtTheDoor {
  if (development && DEVELOPMENT.test(path)) return { kind: 'open' };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { kind: 'refuse', code: 'method_not_allowed' };
  if (OPEN_PAGES.has(path) || PUBLIC_PAGES.test(path) || isAsset(path) || path === ICON)
    return { kind: 'open' };
  if (SHUT.test(path)) return { kind: 'refuse', code: 'not_found' };
  const found = access.find(request);
  if (found.ok && found.subject.kind === 'person') return { kind: 'open' };
  return { kind: 'lead', to: signInPath(request, !found.ok && found.code === 'no_session') };
}

/** Signing in and then back here. Whoever still carries a session's cookie is told that it has ended. */
function signInPath({ url = '/' }: IncomingMessage, ended: boolean): string {
  const [path = '/', query = ''] = url.split('?', 2);
  const asked = new URLSearchParams(query);
  // Next's own mark of a page that it fetches in place of the browser.
  asked.delete('_rsc');
  const back = asked.size > 0 ? `${path}?${asked}` : path;
  const to = back.length > LONGEST_WAY_BACK ? '/' : back;
  return `/login?${ended ? 'ended=1&' : ''}to=${encodeURIComponent(to)}`;
}
