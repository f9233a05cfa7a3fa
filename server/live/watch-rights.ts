import type { Subject } from '../../lib/domain/access/can.ts';
import type { Denials } from '../access/denials.ts';
import type { Access } from '../http/access.ts';
import type { Audience } from './audience.ts';
import { areaOf, channelOf } from './channel.ts';
import type { Client } from './client.ts';

/** Who may watch what: asked at every watch, and again whenever rights change. Who may connect, upgrades.ts asks. */
export type WatchRights = {
  /** The channel that shows an area to the client, or what keeps it from watching. */
  asked(
    client: Client,
    area: string,
  ): { ok: true; channel: string } | { ok: false; code: 'forbidden' | 'unknown_area' };
  /** Ends the watches that are no longer allowed, and the connections of those who are nobody any more. */
  dropForbidden(clients: Iterable<Client>, audience: Audience<Client>): void;
};

export function createWatchRights(access: Access, onDenied: Denials['note']): WatchRights {
  const mayWatch = (subject: Subject, area: string): boolean => access.may(subject, 'board.watch', area);
  const channelFor = (subject: Subject, area: string): string => channelOf(access.view(subject, area), area);
  // W1: whoever becomes a wall when a session ends hears the board of a desk no more.
  const mayHear = (subject: Subject, channel: string): boolean =>
    mayWatch(subject, areaOf(channel)) && channelFor(subject, areaOf(channel)) === channel;
  return {
    asked(client, area) {
      const found = access.find(client.request);
      if (found.ok && mayWatch(found.subject, area))
        return { ok: true, channel: channelFor(found.subject, area) };
      onDenied(found.ok ? found.subject.kind : 'nobody', found.ok ? 'unknown_area' : found.code);
      return { ok: false, code: found.ok ? 'unknown_area' : 'forbidden' };
    },
    dropForbidden(clients, audience) {
      for (const client of clients) {
        const found = access.find(client.request);
        if (!found.ok) client.disconnect(true);
        else
          for (const channel of audience.channelsOf(client))
            if (!mayHear(found.subject, channel)) audience.leave(client, channel);
      }
    },
  };
}
