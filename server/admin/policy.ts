import { noQuery, type Policy, policyRequest } from '../../lib/wire/access/administration.ts';
import { answer } from '../http/answer.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';

const PATH = '/api/v1/admin/policy';

/** What holds for the whole installation: which roles ask for a second factor. */
export function policyRoutes({ memory, door }: AdminDeps): AnyRoute[] {
  const policy = (): Policy => ({ totpRequired: [...memory.rights.totpRequired].sort() });
  return [
    route({
      method: 'GET',
      path: PATH,
      need: 'policy.set',
      input: noQuery,
      places: () => [null],
      handle: () => answer(policy()),
    }),
    route({
      method: 'POST',
      path: PATH,
      need: 'policy.set',
      input: policyRequest,
      places: () => [null],
      async handle({ request, input, actor }) {
        const definition = { type: 'person.totp_required', data: input } as const;
        const defined = await defineAsked(request, door, [definition], actor(null));
        return defined instanceof Response ? defined : answer(policy());
      },
    }),
  ];
}
