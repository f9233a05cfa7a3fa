import type { IncomingMessage } from 'node:http';
import { SIZES, TIMES } from './limits.ts';
import { Refused } from './refused.ts';

/** The whole body. Rejects `body_too_large` over `most`, and with the connection's error when the sender goes away. */
export function readBody(request: IncomingMessage, most: number = SIZES.body): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > most) return reject(new Refused('body_too_large'));
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= most) return;
      // Nothing is kept from here on; what still comes is the caller's to throw away.
      request.off('data', take).pause();
      reject(new Refused('body_too_large'));
    };
    request
      .on('data', take)
      .once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
      .once('error', reject)
      .once('close', () => request.complete || reject(new Error('the sender went away')));
  });
}

/** Reads on without keeping anything, for a while: most senders read the answer only when they have sent everything. */
export function discardBody(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(late);
      resolve();
    };
    const late = setTimeout(done, TIMES.discarding);
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > SIZES.discarded) done();
    });
    request.once('end', done).once('close', done).once('error', done);
    request.resume();
  });
}
