import { connect, type Socket } from 'node:net';
import { upgradeRequest } from './raw-http.ts';

/** Opcodes of RFC 6455, 5.2. */
export const CONTINUED = 0;
export const TEXT = 1;
export const PING = 9;
/** What a server says last, with or without a reason (5.5.1). */
export const CLOSE_FRAME = new RegExp(
  `${String.fromCharCode(0x88)}(${String.fromCharCode(0)}|[\\x02-\\x7d][^]+)$`,
);

type Form = { fin?: boolean; compressed?: boolean; masked?: boolean };

/** A frame from client to server as RFC 6455 has it, or not: without an end, marked as compressed, without its mask. */
export function frame(opcode: number, payload: Buffer | string, form: Form = {}): Buffer {
  const { fin = true, compressed = false, masked = true } = form;
  const body = Buffer.from(payload);
  const head = [(fin ? 0x80 : 0) | (compressed ? 0x40 : 0) | opcode];
  const mask = masked ? 0x80 : 0;
  if (body.length < 126) head.push(mask | body.length);
  else if (body.length < 65_536) head.push(mask | 126, body.length >> 8, body.length & 255);
  else {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(body.length));
    head.push(mask | 127, ...length);
  }
  // A mask of zeros changes nothing.
  return Buffer.concat([Buffer.from(head), Buffer.alloc(masked ? 4 : 0), body]);
}

export type RawSocket = {
  send(bytes: Buffer): void;
  /** Everything that came, as Latin-1. */
  received(): string;
  /** Resolves with everything that came when the other side has said that it closes, or has closed. */
  closed: Promise<string>;
  end(): void;
};

/** A WebSocket to Socket.IO with nothing but TCP below it; resolves when the server has said who it is. */
export function openRawSocket(port: number, headers: Record<string, string>): Promise<RawSocket> {
  return new Promise((done, fail) => {
    const socket: Socket = connect(port, '127.0.0.1');
    let text = '';
    const closed = new Promise<string>((gone) => {
      // A reset is one way to be let go.
      socket.on('error', () => undefined).once('close', () => gone(text));
    });
    socket.on('data', (part) => {
      text += part.toString('latin1');
      // Engine.IO's opening packet; what follows is the connection to the root namespace.
      if (!text.includes('0{"sid"')) return;
      socket.removeAllListeners('data').on('data', (more) => {
        text += more.toString('latin1');
        if (CLOSE_FRAME.test(text)) socket.destroy();
      });
      socket.write(frame(TEXT, '40'));
      done({
        send: (bytes) => void socket.write(bytes),
        received: () => text,
        closed,
        end: () => socket.destroy(),
      });
    });
    void closed.then((said) => fail(new Error(`the handshake was refused: ${said}`)));
    socket.write(
      upgradeRequest('/socket.io/?EIO=4&transport=websocket', { Host: `localhost:${port}`, ...headers }),
    );
  });
}
