import { connect, type Socket } from 'node:net';

/** Sends text over TCP as it is and gives everything that comes back until the other side closes or `enough` fits. */
export function sendRaw(
  port: number,
  text: string,
  enough: RegExp | null = null,
  patienceMs = 5000,
): Promise<string> {
  return new Promise((done, fail) => {
    const socket: Socket = connect(port, '127.0.0.1');
    const late = setTimeout(() => {
      socket.destroy();
      fail(new Error('the connection stayed open'));
    }, patienceMs);
    let received = '';
    socket.on('data', (part) => {
      received += part.toString('latin1');
      if (enough?.test(received)) socket.destroy();
    });
    socket.once('error', fail);
    socket.once('close', () => {
      clearTimeout(late);
      done(received);
    });
    socket.write(text);
  });
}

/** A WebSocket handshake for a path, as text. */
export const upgradeRequest = (path: string, headers: Record<string, string>): string =>
  [
    `GET ${path} HTTP/1.1`,
    ...Object.entries({
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');
