import { type GrantMade, grantRequest, noQuery } from '../../lib/wire/access/administration.ts';
import { newCode } from '../access/secret.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';
import { PEOPLE } from './people.ts';
import { isSelf } from './person.ts';

/** Roles given and taken. Either touches the area of the role alone. */
export const grantRoutes = ({ memory, door }: AdminDeps): AnyRoute[] => [
  route({
    method: 'POST',
    path: `${PEOPLE}/:person/grants`,
    need: 'people.manage',
    input: grantRequest,
    places: ({ area }, { person = '' }) => [memory.rights.people.has(person) ? area : undefined],
    async handle({ request, input, params: { person = '' }, actor }) {
      const grant = newCode('g');
      const { fromDay, toDay, ...given } = input;
      const data = {
        grant,
        person,
        ...given,
        ...(fromDay !== undefined && { fromDay }),
        ...(toDay !== undefined && { toDay }),
      };
      const defined = await defineAsked(request, door, [{ type: 'person.granted', data }], actor(input.area));
      return defined instanceof Response ? defined : answer({ grant } satisfies GrantMade, 201);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/admin/grants/:grant',
    need: 'people.manage',
    input: noQuery,
    places: (_, { grant = '' }) => [memory.rights.grants.get(grant)?.area],
    async handle({ request, params: { grant = '' }, subject, actor }) {
      const held = memory.rights.grants.get(grant);
      if (held?.role === 'admin' && isSelf(subject, held.person))
        return badFields(request, [{ pointer: '/grant', rule: 'yourself' }]);
      const definition = { type: 'person.grant_ended', data: { grant } } as const;
      const defined = await defineAsked(request, door, [definition], actor(held?.area ?? null));
      return defined instanceof Response ? defined : answer({});
    },
  }),
];
