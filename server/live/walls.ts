import type { WallOrder } from '../../lib/wire/wall-order.ts';
import { type WallSeen, wallReport } from '../../lib/wire/wall-report.ts';
import type { Access } from '../http/access.ts';
import type { Client } from './client.ts';

/** How walls are, as they last said: beside the log and only in memory, since it is nobody's fact. */
export type Walls = {
  note(client: Client, report: unknown): void;
  /** Null: nothing was heard of it since the server started. */
  seen(wall: string): WallSeen | null;
  /** Asks something of every screen of a wall; gives how many there are. */
  order(clients: Iterable<Client>, wall: { wall: string; name: string }, order: WallOrder): number;
};

export function createWalls(access: Access, now: () => number): Walls {
  const last = new Map<string, WallSeen>();
  const wallOf = (client: Client): string | null => {
    const found = access.find(client.request);
    return found.ok && found.subject.kind === 'wall' ? found.subject.wall : null;
  };
  return {
    note(client, report) {
      const wall = wallOf(client);
      const read = wallReport.safeParse(report);
      if (wall !== null && read.success) last.set(wall, { at: now(), report: read.data });
    },
    seen: (wall) => last.get(wall) ?? null,
    order(clients, { wall, name }, order) {
      let heard = 0;
      for (const client of clients) {
        if (wallOf(client) !== wall) continue;
        client.emit('order', { order, name });
        heard += 1;
      }
      return heard;
    },
  };
}
