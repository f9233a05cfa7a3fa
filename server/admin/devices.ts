import {
  areaQuery,
  type DeviceLine,
  type DevicePaired,
  noQuery,
  pairDeviceRequest,
} from '../../lib/wire/access/administration.ts';
import { newCode } from '../access/secret.ts';
import { guessedSlowly } from '../auth/guessed-slowly.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { Definition } from '../log/submission.ts';
import type { AdminDeps } from './admin-deps.ts';
import { isListed } from './asked-area.ts';
import { defineAsked } from './define-asked.ts';

const PATH = '/api/v1/admin/devices';

/** Consoles, kiosks and pads; and walls too, where they are paired by the code that a screen shows. */
export function deviceRoutes({ memory, door, pairing, lockOut }: AdminDeps): AnyRoute[] {
  const slowly = guessedSlowly(lockOut);
  return [
    route({
      method: 'GET',
      path: PATH,
      need: 'walls.manage',
      input: areaQuery,
      places: ({ area }) => (area === undefined ? [] : [area]),
      handle({ input, may }) {
        const devices = [...memory.rights.devices.values()].filter(
          isListed(memory.tree, input.area, (area) => may('walls.manage', area)),
        );
        return answer({
          devices: devices.map(
            ({ hash: _, counter = null, ...device }): DeviceLine => ({ ...device, counter }),
          ),
        });
      },
    }),
    route({
      method: 'POST',
      path: PATH,
      need: 'walls.manage',
      input: pairDeviceRequest,
      places: ({ area }) => [area],
      handle: slowly(async ({ request, input, actor, from }) => {
        const { code, ...asked } = input;
        const hash = pairing.take(code);
        if (hash === null) return badFields(request, [{ pointer: '/code', rule: 'pairing_code' }]);
        await lockOut.forgive(null, from);
        const paired = newCode(asked.kind === 'wall' ? 'w' : 'd');
        const defined = await defineAsked(
          request,
          door,
          [definitionOf(asked, paired, hash)],
          actor(asked.area),
        );
        return defined instanceof Response ? defined : answer({ paired } satisfies DevicePaired, 201);
      }),
    }),
    route({
      method: 'DELETE',
      path: `${PATH}/:device`,
      need: 'walls.manage',
      input: noQuery,
      places: (_, { device = '' }) => [memory.rights.devices.get(device)?.area],
      async handle({ request, params: { device = '' }, actor }) {
        const by = actor(memory.rights.devices.get(device)?.area ?? null);
        const defined = await defineAsked(request, door, [{ type: 'device.revoked', data: { device } }], by);
        return defined instanceof Response ? defined : answer(defined);
      },
    }),
  ];
}

type Asked = typeof pairDeviceRequest._output;
type WithoutCode<T> = T extends unknown ? Omit<T, 'code'> : never;

function definitionOf(asked: WithoutCode<Asked>, paired: string, hash: string): Definition {
  if (asked.kind !== 'wall') return { type: 'device.paired', data: { ...asked, device: paired, hash } };
  const { kind: _, ...wall } = asked;
  return { type: 'wall.paired', data: { ...wall, wall: paired, hash } };
}
