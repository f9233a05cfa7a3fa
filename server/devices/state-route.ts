import type { ActionName } from '../../lib/domain/access/action.ts';
import type { Rights } from '../../lib/domain/access/rights.ts';
import { knownQuery } from '../../lib/wire/device/device-query.ts';
import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { type DeviceSubject, ownDevice } from './own-device.ts';
import type { StateWatch } from './state-watch.ts';

type StateRoute<T> = {
  path: string;
  need: ActionName;
  /** What a device is told; null: it may no longer. */
  read: (own: DeviceSubject) => T | null;
};

/** What a kind of device shows: now, or as soon as it is another than the one it knows. */
export const stateRoute = <T extends { tag: string }>(
  watch: StateWatch,
  { path, need, read }: StateRoute<T>,
): AnyRoute =>
  route({
    method: 'GET',
    path,
    need,
    input: knownQuery,
    async handle({ request, subject, input: { known } }) {
      const own = ownDevice(subject);
      const state = await watch.whenOther(own.area, known, () => read(own));
      return state ? answer(state) : problemResponse(request, 'no_session');
    },
  });

/** A revoked device is told nothing any more. */
export const inUse = ({ devices }: Rights, { device }: DeviceSubject): boolean =>
  devices.get(device)?.revoked === false;
