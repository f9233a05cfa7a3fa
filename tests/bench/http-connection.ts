import { once } from 'node:events';
import { connect } from 'node:net';

export type HttpAnswer = { status: number; text: string };

/** A connection of a sender that lives on a machine of its own: here it shares the processors with what is measured. */
export type Connection = {
  port: number;
  /** Sends one request and gives its answer; one request at a time. Rejects when the connection ends before. */
  ask(head: Buffer, body: Buffer): Promise<HttpAnswer>;
  close(): void;
};

const HEAD_END = Buffer.from('\r\n\r\n');

/** The answer, once `bytes` hold all of it; null before. */
function readAnswer(bytes: Buffer): HttpAnswer | null {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = bytes.toString('latin1', 0, headEnd);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without its length: ${head}`);
  const from = headEnd + HEAD_END.length;
  const to = from + Number(length);
  return bytes.length < to
    ? null
    : { status: Number(head.slice(9, 12)), text: bytes.toString('utf8', from, to) };
}

/** Connects; a plain socket, since a full client would cost the sender more than the server's whole answer. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: unknown) => void } | null = null;
  let held: Buffer | null = null;
  const fail = (error: unknown): void => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('data', (bytes: Buffer) => {
    held = held ? Buffer.concat([held, bytes]) : bytes;
    try {
      const answer = readAnswer(held);
      if (!answer) return;
      held = null;
      waiting?.resolve(answer);
      waiting = null;
    } catch (error) {
      fail(error);
    }
  });
  await once(socket, 'connect');
  socket.on('error', fail).once('close', () => fail(new Error('the connection was closed')));
  return {
    port,
    ask: (head, body) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.cork();
        socket.write(head);
        socket.write(body);
        socket.uncork();
      }),
    close: () => socket.destroy(),
  };
}
