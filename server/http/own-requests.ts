import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { OWN_HEADER } from '../../lib/wire/own-request.ts';
import { newSecret, secretHash } from '../access/secret.ts';

const mark = newSecret();
const held = secretHash(mark);

/** What pages of this process show with their reads; drawn anew at each start. It gives no right, only no limit. */
export const ownMark = (): string => mark;

/** Whether the pages of this very process ask: whoever opened the page was counted already. */
export function isOwnRequest({ headers }: IncomingMessage): boolean {
  const given = headers[OWN_HEADER];
  return typeof given === 'string' && timingSafeEqual(secretHash(given), held);
}
