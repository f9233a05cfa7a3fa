import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '../../lib/wire/errors.ts';
import { MOST } from './limits.ts';

/** Where two readers could take a different one of two. */
const ONCE = new Set(['host', 'origin', 'authorization', 'content-type', 'sec-fetch-site']);
const HOST = /^([a-z\d_-]+(\.[a-z\d_-]+)*\.?|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** Why the head of a request is not taken: another protocol, too many headers, two of one kind, a Host that is none. */
export function headerFault({ httpVersion, rawHeaders, headers }: IncomingMessage): ErrorCode | null {
  // The parser lets versions through that it does not speak.
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 'bad_header';
  if (rawHeaders.length / 2 > MOST.headers) return 'too_many_headers';
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? '';
    if (!ONCE.has(name)) continue;
    if (seen.has(name)) return 'bad_header';
    seen.add(name);
  }
  return HOST.test(headers.host ?? '') ? null : 'bad_header';
}
