import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Subject } from '../../lib/domain/access/can.ts';
import type { Access } from './access.ts';
import type { AddressOf } from './address-of.ts';
import { RATES } from './limits.ts';
import { isOwnRequest } from './own-requests.ts';
import { placeOf } from './place-of.ts';
import { taken } from './taken.ts';

export type RequestLimits = {
  /** Counts a request of whoever asks. Seconds to wait before another is answered; 0: none. */
  take(request: IncomingMessage): Promise<number>;
  /** The same where it is known that nobody asks. */
  takeAsNobody(request: IncomingMessage): Promise<number>;
};

/** Whom a request is counted for: a key, a person, a wall, a device; whoever is nobody is counted by address. */
export function createRequestLimits(access: Access, addressOf: AddressOf): RequestLimits {
  const addresses = new RateLimiterMemory(RATES.addressRequests);
  const known = {
    key: new RateLimiterMemory(RATES.keyReads),
    person: new RateLimiterMemory(RATES.personRequests),
    wall: new RateLimiterMemory(RATES.wallRequests),
    device: new RateLimiterMemory(RATES.deviceRequests),
  };
  const seconds = async (ms: Promise<number>): Promise<number> => Math.ceil((await ms) / 1000);
  const asNobody = (request: IncomingMessage): Promise<number> =>
    seconds(taken(addresses, placeOf(addressOf(request))));

  return {
    async take(request) {
      if (isOwnRequest(request)) return 0;
      const found = access.find(request);
      if (!found.ok) return asNobody(request);
      return seconds(taken(known[found.subject.kind], nameOf(found.subject)));
    },
    takeAsNobody: asNobody,
  };
}

/** The code of a key, a person, a wall or a device. */
export function nameOf(subject: Subject): string {
  switch (subject.kind) {
    case 'key':
      return subject.key;
    case 'person':
      return subject.person;
    case 'wall':
      return subject.wall;
    case 'device':
      return subject.device;
  }
}
