import { type Kiosk, takeNumberRequest } from '../../lib/wire/device/kiosk.ts';
import type { TicketCodes } from '../citizen/ticket-code.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { InTurn } from './in-turn.ts';
import { kioskState } from './kiosk-state.ts';
import { ownDevice } from './own-device.ts';
import { inUse, stateRoute } from './state-route.ts';
import type { StateWatch } from './state-watch.ts';
import { createTakeNumber } from './take-number.ts';

const PATH = '/api/v1/device/kiosk';

/** The kiosk of a unit: what can be asked for, and the numbers that it gives out. */
export function kioskRoutes(core: Core, inTurn: InTurn, watch: StateWatch, codes: TicketCodes): AnyRoute[] {
  const { memory, now } = core;
  const take = createTakeNumber(core, inTurn, codes);
  return [
    stateRoute(watch, {
      path: PATH,
      need: 'numbers.issue',
      read: (own): Kiosk | null => (inUse(memory.rights, own) ? kioskState(memory, own.area, now()) : null),
    }),
    route({
      method: 'POST',
      path: `${PATH}/tickets`,
      need: 'numbers.issue',
      input: takeNumberRequest,
      async handle({ request, subject, input }) {
        const taken = await take(ownDevice(subject), input);
        return taken.ok ? answer(taken.taken, 201) : problemResponse(request, taken.code);
      },
    }),
  ];
}
