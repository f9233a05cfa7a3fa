import type { Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError, errorCode } from '../errors.ts';

/** Listens and gives the port. Throws `port_in_use`, `port_forbidden` or `bad_host`, each saying what to do. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  try {
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(port, host, () => {
        server.off('error', fail);
        done();
      });
    });
  } catch (error) {
    throw refusal(error, port, host);
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function refusal(error: unknown, port: number, host: string): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new AppError(
        'port_in_use',
        `Cổng ${port} đang được dùng. Hãy dừng chương trình kia hoặc đặt PORT khác. · Port ${port} is in use. Stop that program or set another PORT.`,
        error,
      );
    case 'EACCES':
      return new AppError(
        'port_forbidden',
        `Không được phép mở cổng ${port}; hãy đặt PORT từ 1024 trở lên. · Port ${port} may not be opened; set a PORT of 1024 or more.`,
        error,
      );
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return new AppError(
        'bad_host',
        `HOST ${host} không phải địa chỉ của máy này. · HOST ${host} is no address of this machine.`,
        error,
      );
    default:
      return error;
  }
}

/** Where this very process reaches its own server, which may listen on one address only. */
export function innerUrl(host: string, port: number): string {
  if (isIPv6(host)) return `http://[${host === '::' ? '::1' : host}]:${port}`;
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
}

/** How often connections that have had their answer are closed while a server ends. */
const IDLE_MS = 20;

/** Takes no more connections and resolves when every request that came was answered, or after `mostMs`. */
export async function endServer(server: Server, mostMs: number): Promise<void> {
  let ended = false;
  const closed = new Promise<void>((done) => {
    server.close(() => {
      ended = true;
      done();
    });
  });
  const deadline = performance.now() + mostMs;
  while (!ended && performance.now() < deadline) {
    server.closeIdleConnections();
    await Promise.race([closed, delay(IDLE_MS)]);
  }
  server.closeAllConnections();
}
