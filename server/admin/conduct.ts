import { KNOWN_SETS } from '../../lib/domain/conduct/default-sets.ts';
import { conductAhead } from '../../lib/domain/settings-ahead.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import { noQuery } from '../../lib/wire/access/administration.ts';
import { type ConductAnswer, setConductRequest } from '../../lib/wire/rating-reads.ts';
import { answer } from '../http/answer.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';

const PATH = '/api/v1/admin';

/** Codes of conduct, dated and inherited as targets are. */
export const conductRoutes = ({ memory, door, now }: AdminDeps): AnyRoute[] => [
  route({
    method: 'GET',
    path: `${PATH}/areas/:code/conduct`,
    need: 'targets.set',
    input: noQuery,
    places: (_, { code }) => [code],
    handle({ params: { code = '' } }) {
      const sets = conductAhead(memory.tree, code, localDayIn(memory.tree, code, now()));
      return answer({ sets, known: KNOWN_SETS } satisfies ConductAnswer);
    },
  }),
  route({
    method: 'POST',
    path: `${PATH}/conduct`,
    need: 'targets.set',
    input: setConductRequest,
    places: ({ area }) => [area],
    async handle({ request, input, actor }) {
      const asked = [{ type: 'conduct.set' as const, data: input }];
      const defined = await defineAsked(request, door, asked, actor(input.area));
      return defined instanceof Response ? defined : answer(defined);
    },
  }),
];
