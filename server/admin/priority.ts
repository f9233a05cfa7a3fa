import { priorityRuleOf } from '../../lib/domain/priority-rule.ts';
import { priorityAhead } from '../../lib/domain/settings-ahead.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import { noQuery } from '../../lib/wire/access/administration.ts';
import { type PriorityAnswer, setPriorityRequest } from '../../lib/wire/access/priority.ts';
import { answer } from '../http/answer.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';

const PATH = '/api/v1/admin';

/** Who goes first, dated and inherited as targets are. */
export const priorityRoutes = ({ memory, door, now }: AdminDeps): AnyRoute[] => [
  route({
    method: 'GET',
    path: `${PATH}/areas/:code/priority`,
    need: 'targets.set',
    input: noQuery,
    places: (_, { code }) => [code],
    handle({ params: { code = '' } }) {
      const today = localDayIn(memory.tree, code, now());
      const { groups, every } = priorityRuleOf(memory.tree, code, today);
      return answer({
        rules: priorityAhead(memory.tree, code, today),
        now: { groups: [...groups], every },
      } satisfies PriorityAnswer);
    },
  }),
  route({
    method: 'POST',
    path: `${PATH}/priority`,
    need: 'targets.set',
    input: setPriorityRequest,
    places: ({ area }) => [area],
    async handle({ request, input, actor }) {
      const asked = [{ type: 'priority.set' as const, data: input }];
      const defined = await defineAsked(request, door, asked, actor(input.area));
      return defined instanceof Response ? defined : answer(defined);
    },
  }),
];
