import type { Server } from 'node:http';
import { type BlockList, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { MOST, TIMES } from './limits.ts';
import { createOpenCount } from './open-count.ts';
import { placeOf } from './place-of.ts';

/**
 * Bounds what connections may cost: how many there are, how many of one address, and that one on which nothing moves
 * is closed. Proxies of ours bring everybody's connections and are not counted by address, nor are live boards: those
 * are counted by person.
 */
export function limitConnections(server: Server, proxies: BlockList | null): void {
  server.maxConnections = MOST.connections;
  server.setTimeout(TIMES.still);
  const held = createOpenCount();
  const placeOfOpen = new Map<Duplex, string>();
  const forget = (socket: Duplex): void => {
    const place = placeOfOpen.get(socket);
    if (place !== undefined && placeOfOpen.delete(socket)) held.close(place);
  };
  server.on('connection', (socket: Socket) => {
    const from = socket.remoteAddress ?? '';
    if (proxies?.check(from, isIP(from) === 6 ? 'ipv6' : 'ipv4')) return;
    const place = placeOf(from);
    if (!held.open(place, MOST.connectionsOfAddress)) return void socket.destroy();
    placeOfOpen.set(socket, place);
    socket.once('close', () => forget(socket));
  });
  server.on('upgrade', (_request, socket) => forget(socket));
}
