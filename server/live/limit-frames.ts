import { RATES } from '../http/limits.ts';
import type { Logger } from '../logger.ts';
import { MOST_BYTES } from './client.ts';
import { bufferedOn, type Connection } from './frame.ts';

/** Lets go of a connection on which more comes than any page sends, or whose end does not read: others would pay. */
export function limitFrames(connection: Connection, logger: Logger): void {
  const { points, duration } = RATES.socketFrames;
  const { socket } = connection.transport;
  let since = 0;
  let frames = 0;
  let over = false;
  const count = (): void => {
    const at = performance.now();
    if (at - since > duration * 1000) [since, frames] = [at, 0];
    frames += 1;
    const buffered = bufferedOn(connection);
    if (over || (frames <= points && buffered <= MOST_BYTES)) return;
    over = true;
    logger.warn({ frames, buffered }, 'a client asks for too much');
    socket?.terminate();
  };
  for (const kind of ['message', 'ping', 'pong'] as const) socket?.on(kind, count);
}
