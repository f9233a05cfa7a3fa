import { EVENTS_PATH } from '../../server/http/events.ts';
import { type Connection, openConnection } from './http-connection.ts';

/** Where events go, and with which key. */
export type Target = { port: number; secret: string };

/** A server closes a connection that was idle for five seconds; one that may just be closed is not used again. */
const MOST_IDLE_MS = 2000;
const idle: { connection: Connection; since: number }[] = [];

async function connectionTo({ port }: Target): Promise<Connection> {
  for (let held = idle.pop(); held; held = idle.pop()) {
    const young = performance.now() - held.since < MOST_IDLE_MS;
    if (young && held.connection.port === port) return held.connection;
    held.connection.close();
  }
  return openConnection(port);
}

/** Posts a batch; gives the answer's body. Rejects when anything of it was not stored. */
export async function postEvents(target: Target, body: Buffer): Promise<string> {
  const connection = await connectionTo(target);
  const head = [
    `POST ${EVENTS_PATH} HTTP/1.1`,
    `host: 127.0.0.1:${target.port}`,
    `authorization: Bearer ${target.secret}`,
    'content-type: application/cloudevents-batch+json',
    `content-length: ${body.length}`,
  ];
  const { status, text } = await connection.ask(Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body);
  idle.push({ connection, since: performance.now() });
  if (status !== 200) throw new Error(`${status} ${text.slice(0, 500)}`);
  return text;
}
