import { noQuery } from '../../lib/wire/access/administration.ts';
import { linkOfficerRequest, type OfficerLinkMade } from '../../lib/wire/officer-reads.ts';
import { newCode } from '../access/secret.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';
import { PEOPLE } from './people.ts';
import { isSelf } from './person.ts';

/** O1: whose an officer code is. Like a role it touches the unit of the code alone, and nobody makes a code the own. */
export const officerLinkRoutes = ({ memory, door }: AdminDeps): AnyRoute[] => [
  route({
    method: 'POST',
    path: `${PEOPLE}/:person/officers`,
    need: 'people.manage',
    input: linkOfficerRequest,
    places: ({ area }, { person = '' }) => [memory.rights.people.has(person) ? area : undefined],
    async handle({ request, input, params: { person = '' }, subject, actor }) {
      if (isSelf(subject, person)) return badFields(request, [{ pointer: '/officer', rule: 'yourself' }]);
      const link = newCode('o');
      const definition = { type: 'person.officer_linked', data: { link, person, ...input } } as const;
      const defined = await defineAsked(request, door, [definition], actor(input.area));
      return defined instanceof Response ? defined : answer({ link } satisfies OfficerLinkMade, 201);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/admin/officers/:link',
    need: 'people.manage',
    input: noQuery,
    places: (_, { link = '' }) => [memory.rights.officers.get(link)?.area],
    async handle({ request, params: { link = '' }, actor }) {
      const area = memory.rights.officers.get(link)?.area ?? null;
      const definition = { type: 'person.officer_unlinked', data: { link } } as const;
      const defined = await defineAsked(request, door, [definition], actor(area));
      return defined instanceof Response ? defined : answer({});
    },
  }),
];
