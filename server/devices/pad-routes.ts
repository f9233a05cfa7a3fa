import { type Pad, padRating } from '../../lib/wire/device/ratings-given.ts';
import { done } from '../auth/answer-with.ts';
import type { LaterCodes } from '../citizen/later-code.ts';
import type { Core } from '../core.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { unitIn } from '../log/memory.ts';
import { type DeviceSubject, ownDevice } from './own-device.ts';
import { padState } from './pad-state.ts';
import { inUse, stateRoute } from './state-route.ts';
import type { StateWatch } from './state-watch.ts';

const PATH = '/api/v1/device/pad';
/** A pad that found no network for longer has nothing to tell any more. */
const OLDEST_MS = 48 * 3_600_000;

/** The rating pad of a counter: whose turn it is, and what was said. */
export function padRoutes(core: Core, watch: StateWatch, codes: LaterCodes): AnyRoute[] {
  const { memory, door, now } = core;
  const read = (own: DeviceSubject): Pad | null =>
    inUse(memory.rights, own) ? padState(memory, own.area, own.counter ?? '', now(), codes) : null;

  return [
    stateRoute(watch, { path: PATH, need: 'rating.take', read }),
    route({
      method: 'POST',
      path: `${PATH}/ratings`,
      need: 'rating.take',
      input: padRating,
      async handle({ request, subject, input }) {
        const { device, area, counter } = ownDevice(subject);
        const { request: id, level, reasons, ticket, at } = input;
        const held = ticket === null ? undefined : unitIn(memory, area)?.tickets.get(ticket)?.ticket;
        // A pad speaks of its own counter: any other ticket is none of its business (K16).
        if (ticket !== null && held?.counter !== counter) return problemResponse(request, 'not_at_counter');
        const [outcome] = await door.submit(
          [
            {
              type: 'rating.given',
              unit: area,
              source: `/device/${device}`,
              id,
              at: Math.min(now(), Math.max(at, now() - OLDEST_MS)),
              data: {
                rating: `p_${id}`,
                level,
                reasons,
                channel: 'pad',
                ...(counter !== null && { counter }),
                ...(ticket !== null && { ticket }),
                ...(held && { service: held.service }),
              },
            },
          ],
          { kind: 'device', device },
        );
        // Sent again after its answer was lost, at most with another instant: it is known.
        if (outcome?.status === 'rejected' && outcome.error.code !== 'id_conflict')
          return problemResponse(request, 'not_storable');
        return done();
      },
    }),
  ];
}
