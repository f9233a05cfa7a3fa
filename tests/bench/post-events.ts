import { Agent, request } from 'node:http';
import { EVENTS_PATH } from '../../server/http/events.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Where events go, and with which key. */
export type Target = { port: number; secret: string };

/** Posts a batch; gives the answer's body. Rejects when anything of it was not stored. */
export function postEvents({ port, secret }: Target, body: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/cloudevents-batch+json',
      'content-length': body.length,
    };
    const sent = request(
      { agent, port, host: '127.0.0.1', method: 'POST', path: EVENTS_PATH, headers },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(parts).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode} ${text.slice(0, 500)}`));
        });
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
