import {
  type CounterActDone,
  type CounterConsole,
  counterAct,
} from '../../lib/wire/device/counter-console.ts';
import { knownQuery } from '../../lib/wire/device/device-query.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { createCounterActs } from './counter-acts.ts';
import { counterState } from './counter-state.ts';
import type { InTurn } from './in-turn.ts';
import { type DeviceSubject, ownDevice } from './own-device.ts';
import type { StateWatch } from './state-watch.ts';

const PATH = '/api/v1/device/counter';

/** The console of a counter: what it shows, and what an officer does at it. */
export function counterRoutes(core: Core, inTurn: InTurn, watch: StateWatch): AnyRoute[] {
  const { memory, now } = core;
  const acts = createCounterActs(core, inTurn);

  const read = ({ device, area, counter }: DeviceSubject): CounterConsole | null =>
    memory.rights.devices.get(device)?.revoked === false
      ? counterState(memory, area, counter ?? '', now())
      : null;

  return [
    route({
      method: 'GET',
      path: PATH,
      need: 'counter.serve',
      input: knownQuery,
      async handle({ request, subject, input: { known } }) {
        const own = ownDevice(subject);
        const state = await watch.whenOther(own.area, known, () => read(own));
        return state ? answer(state) : problemResponse(request, 'no_session');
      },
    }),
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
