import { createHmac } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { AppError } from '../errors.ts';
import { publicLookup, refusePrivateHost } from './private-address.ts';
import type { Webhook } from './webhooks-file.ts';

const PATIENCE_MS = 15_000;

/** One delivery: the same id, instant and body however often it is tried. */
export type Delivery = { id: string; at: number; body: string };

/** The key behind a secret of the Standard Webhooks specification, `whsec_` and base64. */
const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/** Standard Webhooks: `v1,` and the HMAC-SHA256 of id, seconds and body. */
const signatureOf = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`;

/**
 * Posts a delivery to a webhook; resolves when it answers 2xx. Redirects are not followed. Private addresses are
 * refused unless `allowPrivate`.
 */
export function postWebhook(
  { url: address, secret }: Webhook,
  { id, at, body }: Delivery,
  allowPrivate: boolean,
): Promise<void> {
  const url = new URL(address);
  if (!allowPrivate) refusePrivateHost(url);
  // Of the moment of sending, so that a receiver can refuse what is old.
  const seconds = Math.floor(at / 1000);
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: 'POST',
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(!allowPrivate && { lookup: publicLookup }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'webhook-id': id,
          'webhook-timestamp': seconds,
          'webhook-signature': signatureOf(secret, id, seconds, body),
          'user-agent': 'thuoc-do',
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        // Nothing of the answer is read.
        response.destroy();
        if (status >= 200 && status < 300) resolve();
        else reject(new AppError('webhook_refused', `webhook answered ${status}`));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
