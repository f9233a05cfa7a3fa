import type { IncomingMessage } from 'node:http';
import { Refused } from './refused.ts';

const MOST_BYTES = 1024 * 1024;
/** What is left of a refused body is read and thrown away up to here, so that no reset overtakes the answer. */
const MOST_DISCARDED_BYTES = 16 * 1024 * 1024;
const DISCARD_MS = 5000;

/** The whole body. Throws `body_too_large` over 1 MiB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw new Refused('body_too_large');
  const chunks: Buffer[] = [];
  let size = 0;
  // A refusal must still reach the sender, so leaving early may not destroy the connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    // No encoding is set, so every chunk is a Buffer.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > MOST_BYTES) throw new Refused('body_too_large');
    chunks.push(bytes);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** Reads on without keeping anything, for a while: most senders read the answer only when they have sent everything. */
export function discardBody(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(late);
      resolve();
    };
    const late = setTimeout(done, DISCARD_MS);
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_DISCARDED_BYTES) done();
    });
    request.once('end', done).once('close', done).once('error', done);
    request.resume();
  });
}
