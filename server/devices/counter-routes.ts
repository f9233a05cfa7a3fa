import {
  type CounterActDone,
  type CounterConsole,
  counterAct,
} from '../../lib/wire/device/counter-console.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { createCounterActs } from './counter-acts.ts';
import { counterState } from './counter-state.ts';
import type { InTurn } from './in-turn.ts';
import { type DeviceSubject, ownDevice } from './own-device.ts';
import { inUse, stateRoute } from './state-route.ts';
import type { StateWatch } from './state-watch.ts';

const PATH = '/api/v1/device/counter';

/** The console of a counter: what it shows, and what an officer does at it. */
export function counterRoutes(core: Core, inTurn: InTurn, watch: StateWatch): AnyRoute[] {
  const { memory, now } = core;
  const acts = createCounterActs(core, inTurn);

  const read = (own: DeviceSubject): CounterConsole | null =>
    inUse(memory.rights, own) ? counterState(memory, own.area, own.counter ?? '', now()) : null;

  return [
    stateRoute(watch, { path: PATH, need: 'counter.serve', read }),
    route({
      method: 'POST',
      path: `${PATH}/acts`,
      need: 'counter.serve',
      input: counterAct,
      async handle({ request, subject, input }) {
        const own = ownDevice(subject);
        const outcome = await acts({ ...own, counter: own.counter ?? '' }, input);
        if (!outcome.ok) return problemResponse(request, outcome.code);
        const state = await core.accept.settled(() => read(own));
        if (!state) return problemResponse(request, 'no_session');
        return answer({ called: outcome.called, console: state } satisfies CounterActDone);
      },
    }),
  ];
}
