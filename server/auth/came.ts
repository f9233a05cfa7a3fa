import type { Asked } from '../http/route.ts';
import { FROM_HEADER } from './library.ts';

/** Where a request to sign in comes from, and what it brought. */
export type Came = { from: string; headers: Headers };

const MOST_AGENT = 300;

/** Only what the library needs: cookies, the browser's name, and the address as we know it. */
export function cameOf({ request, from }: Pick<Asked<unknown>, 'request' | 'from'>): Came {
  const headers = new Headers({ [FROM_HEADER]: from });
  const cookie = request.headers.get('cookie');
  if (cookie !== null) headers.set('cookie', cookie);
  headers.set('user-agent', (request.headers.get('user-agent') ?? '').slice(0, MOST_AGENT));
  return { from, headers };
}
