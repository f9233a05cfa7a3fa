import type { Socket } from 'node:net';
import type { Socket as Client } from 'socket.io';

/**
 * A server-to-client WebSocket text frame (RFC 6455, 5.2) of a Socket.IO event of the root namespace: built once and
 * written to every client of a room, which costs less than half of Socket.IO's own path per message.
 */
export function eventFrame(event: string, payload: unknown): Buffer {
  // '4' is Engine.IO's message, '2' Socket.IO's event.
  const body = Buffer.from(`42${JSON.stringify([event, payload])}`);
  return Buffer.concat([frameHead(body.length), body]);
}

function frameHead(length: number): Buffer {
  if (length < 126) return Buffer.from([0x81, length]);
  if (length < 65_536) return Buffer.from([0x81, 126, length >> 8, length & 255]);
  const head = Buffer.alloc(10);
  head[0] = 0x81;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

type Below = {
  _socket?: Socket | null;
  readyState: number;
  on(kind: 'message' | 'ping' | 'pong', listener: () => void): unknown;
  terminate(): void;
};

/** A connection of Engine.IO. Neither layer exports these members; all are as in engine.io 6 and ws 8. */
export type Connection = {
  writeBuffer: { data?: unknown }[];
  transport: { writable: boolean; socket?: Below };
};

const below = (client: Client): Connection => (client as unknown as { conn: Connection }).conn;

/** The bare connection below a client; null while Engine.IO has packets of its own under way, which must go first. */
function bareSocket(client: Client): Socket | null {
  const { transport, writeBuffer } = below(client);
  if (!transport.writable || writeBuffer.length > 0 || transport.socket?.readyState !== 1) return null;
  return transport.socket._socket ?? null;
}

/** Bytes that wait for a slow client: in Engine.IO's own queue and in the socket's. */
export const bufferedBytes = (client: Client): number => bufferedOn(below(client));

export function bufferedOn({ transport, writeBuffer }: Connection): number {
  let bytes = transport.socket?._socket?.writableLength ?? 0;
  for (const { data } of writeBuffer) bytes += typeof data === 'string' ? data.length : 0;
  return bytes;
}

/** Sends a built frame; falls back to an ordinary emit while the transport is busy. */
export function sendFrame(client: Client, frame: Buffer, event: string, payload: unknown): void {
  const socket = bareSocket(client);
  if (socket) socket.write(frame);
  else client.emit(event, payload);
}
