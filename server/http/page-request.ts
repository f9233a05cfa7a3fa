import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * What Next and other layers say to one another in headers, and by which clients could try to speak for them: rewrites,
 * middleware, actions, another method or host, a nonce.
 */
const INSIDE =
  /^(x-(middleware|nextjs|next|now|vercel|invoke|matched|original|rewrite|override|http-method|method|forwarded|nonce|real-ip|prerender)|next-(action|resume)|forwarded$|content-security-policy)/;

/** Takes out of a page's request what only we may say, and says it. */
export function preparePageRequest(request: IncomingMessage, policy: string): void {
  for (const name of Object.keys(request.headers)) if (INSIDE.test(name)) delete request.headers[name];
  // Next finds the nonce of this answer here and puts it on every script that it writes.
  request.headers['content-security-policy'] = policy;
}

/** Drawn for one answer: 128 random bits. */
export const newNonce = (): string => randomBytes(16).toString('base64');
