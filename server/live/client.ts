import type { Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '../../lib/wire/socket.ts';
import type { ShownBoard } from '../../lib/wire/wall-board.ts';
import type { Wire } from './feed.ts';
import { bufferedBytes, eventFrame, sendFrame } from './frame.ts';

export type Client = Socket<ClientToServer<ShownBoard>, ServerToClient<ShownBoard>>;

/** A client that has more than this waiting gets a snapshot later instead of a backlog now. */
const SLOW_BYTES = 256 * 1024;
/** A client that has more than this waiting asks for more than it reads, and is let go. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** Deltas as frames built once for a whole room, kept back from clients that do not read. */
export const clientWire: Wire<Client> = {
  prepare(delta) {
    const frame = eventFrame('delta', delta);
    return (client) => {
      if (bufferedBytes(client) > SLOW_BYTES) return false;
      sendFrame(client, frame, 'delta', delta);
      return true;
    };
  },
  isReady: (client) => bufferedBytes(client) <= SLOW_BYTES / 4,
  snapshot: (client, snapshot) => void client.emit('snapshot', snapshot),
};

/** Sends the beat to every client, and lets go of those that have stopped reading. */
export function beatAll(clients: Iterable<Client>, beat: Parameters<ServerToClient['beat']>[0]): void {
  const frame = eventFrame('beat', beat);
  for (const client of clients) {
    if (bufferedBytes(client) > MOST_BYTES) client.conn.close(true);
    else sendFrame(client, frame, 'beat', beat);
  }
}
