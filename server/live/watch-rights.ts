import type { Subject } from '../../lib/domain/access/can.ts';
import type { Denials } from '../access/denials.ts';
import type { Access } from '../http/access.ts';
import type { Audience } from './audience.ts';
import type { Client } from './client.ts';

/** Who may watch what: asked at every watch, and again whenever rights change. Who may connect, upgrades.ts asks. */
export type WatchRights = {
  /** What keeps the client from watching the area; null: nothing does. */
  refusal(client: Client, area: string): 'forbidden' | 'unknown_area' | null;
  /** Ends the watches that are no longer allowed, and the connections of those who are nobody any more. */
  dropForbidden(clients: Iterable<Client>, audience: Audience<Client>): void;
};

export function createWatchRights(access: Access, onDenied: Denials['note']): WatchRights {
  const mayWatch = (subject: Subject, area: string): boolean => access.may(subject, 'board.watch', area);
  return {
    refusal(client, area) {
      const found = access.find(client.request);
      if (found.ok && mayWatch(found.subject, area)) return null;
      onDenied(found.ok ? found.subject.kind : 'nobody', found.ok ? 'unknown_area' : found.code);
      return found.ok ? 'unknown_area' : 'forbidden';
    },
    dropForbidden(clients, audience) {
      for (const client of clients) {
        const found = access.find(client.request);
        if (!found.ok) client.disconnect(true);
        else
          for (const area of audience.areasOf(client))
            if (!mayWatch(found.subject, area)) audience.leave(client, area);
      }
    },
  };
}
