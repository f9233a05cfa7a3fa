import {
  areaQuery,
  empty,
  type KeyLine,
  type KeyMade,
  makeKeyRequest,
  noQuery,
} from '../../lib/wire/access/administration.ts';
import { type KeyScope, newKey } from '../access/new-key.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { iso } from '../http/iso.ts';
import { type AnyRoute, type Authorised, route } from '../http/route.ts';
import type { Key } from '../log/submission.ts';
import type { AdminDeps } from './admin-deps.ts';
import { isListed } from './asked-area.ts';
import { defineAsked } from './define-asked.ts';

const PATH = '/api/v1/admin/keys';

/** Keys: a secret is shown once, when it is made; rotation makes a second one of the same scope beside the first. */
export function keyRoutes({ memory, door, keyUse }: AdminDeps): AnyRoute[] {
  async function make({ request, actor }: Authorised<unknown>, scope: KeyScope): Promise<Response> {
    const { key, secret, definition } = newKey(scope);
    const defined = await defineAsked(request, door, [definition], actor(scope.area));
    return defined instanceof Response ? defined : answer({ key, secret } satisfies KeyMade, 201);
  }
  return [
    route({
      method: 'GET',
      path: PATH,
      need: 'keys.manage',
      input: areaQuery,
      places: ({ area }) => (area === undefined ? [] : [area]),
      async handle({ input, may }) {
        const used = await keyUse.all();
        const keys = [...memory.keys.values()].filter(
          isListed(memory.tree, input.area, (area) => may('keys.manage', area)),
        );
        return answer({ keys: keys.map((key) => lineOf(key, used.get(key.key) ?? null)) });
      },
    }),
    route({
      method: 'POST',
      path: PATH,
      need: 'keys.manage',
      input: makeKeyRequest,
      places: ({ area }) => [area],
      handle: (asked) => make(asked, asked.input),
    }),
    route({
      method: 'POST',
      path: `${PATH}/:key/rotation`,
      need: 'keys.manage',
      input: empty,
      places: (_, { key = '' }) => [memory.keys.get(key)?.area],
      handle(asked) {
        const held = memory.keys.get(asked.params.key ?? '');
        if (!held || held.revokedAt !== null)
          return badFields(asked.request, [{ pointer: '/key', rule: 'revoked_key' }]);
        const { name, area, sources, rights, types } = held;
        return make(asked, { name, area, sources, rights, types });
      },
    }),
    route({
      method: 'DELETE',
      path: `${PATH}/:key`,
      need: 'keys.manage',
      input: noQuery,
      places: (_, { key = '' }) => [memory.keys.get(key)?.area],
      async handle({ request, params: { key = '' }, actor }) {
        const by = actor(memory.keys.get(key)?.area ?? null);
        const defined = await defineAsked(request, door, [{ type: 'key.revoked', data: { key } }], by);
        return defined instanceof Response ? defined : answer(defined);
      },
    }),
  ];
}

const lineOf = ({ hash: _, createdAt, revokedAt, ...key }: Key, usedAt: number | null): KeyLine => ({
  ...key,
  createdAt: new Date(createdAt).toISOString(),
  revokedAt: iso(revokedAt),
  lastUsedAt: iso(usedAt),
});
