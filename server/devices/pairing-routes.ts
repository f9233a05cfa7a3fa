import { RateLimiterMemory } from 'rate-limiter-flexible';
import { empty, noQuery } from '../../lib/wire/access/administration.ts';
import { DEVICE_PAGES } from '../../lib/wire/access/device-pages.ts';
import {
  type Claimed,
  claimRequest,
  type DeviceSession,
  type PairingBegun,
} from '../../lib/wire/access/pairing.ts';
import { secretHash } from '../access/secret.ts';
import { answerWith } from '../auth/answer-with.ts';
import type { Auth } from '../auth/auth.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { RATES, TIMES } from '../http/limits.ts';
import { placeOf } from '../http/place-of.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { taken } from '../http/taken.ts';

/** How screens and devices come to their cookie by a code, without anybody signing in at them. */
export function pairingRoutes(
  { memory }: Pick<Core, 'memory'>,
  { pairing, wallCookie }: Pick<Auth, 'pairing' | 'wallCookie'>,
): AnyRoute[] {
  const begun = new RateLimiterMemory(RATES.pairingCodes);

  /** The page that a token opens; null: it opens none (any more). */
  function opens(token: string): string | null {
    const hash = secretHash(token).toString('hex');
    const wall = memory.rights.wallByHash.get(hash);
    if (wall) return wall.revoked ? null : '/wall';
    const device = memory.rights.deviceByHash.get(hash);
    return device && !device.revoked ? DEVICE_PAGES[device.kind] : null;
  }

  return [
    route({
      method: 'POST',
      path: '/api/v1/pairing',
      need: 'public',
      input: empty,
      async handle({ request, from }) {
        const ms = await taken(begun, placeOf(from));
        if (ms > 0)
          return problemResponse(
            request,
            'rate_limited',
            {},
            { 'retry-after': String(Math.ceil(ms / 1000)) },
          );
        return answer({ ...pairing.make(), seconds: TIMES.pairing / 1000 } satisfies PairingBegun, 201);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/pairing/claim',
      need: 'public',
      input: claimRequest,
      handle({ request, input: { token } }) {
        const page = opens(token);
        if (page !== null)
          return answerWith({ kind: 'paired', opens: page } satisfies Claimed, [wallCookie.setting(token)]);
        if (pairing.isWaiting(token)) return answer({ kind: 'waiting' } satisfies Claimed);
        return problemResponse(request, 'pairing_over');
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/device-session',
      need: 'public',
      input: noQuery,
      handle({ subject, incoming }) {
        const held = subject?.kind === 'device' ? memory.rights.devices.get(subject.device) : undefined;
        if (held) {
          const { name, kind, area, counter = null } = held;
          const demo = memory.tree.areas.get(area)?.demo ?? false;
          return answer({ kind: 'open', device: { name, kind, counter, demo } } satisfies DeviceSession);
        }
        if (subject?.kind === 'person' || subject?.kind === 'wall')
          return answer({ kind: subject.kind } satisfies DeviceSession);
        const ended = wallCookie.isIn(incoming.headers.cookie);
        return answer({ kind: ended ? 'ended' : 'none' } satisfies DeviceSession);
      },
    }),
  ];
}
