import { alertRulesAhead } from '../../lib/domain/settings-ahead.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import { noQuery } from '../../lib/wire/access/administration.ts';
import { type AlertRulesAnswer, setAlertRuleRequest } from '../../lib/wire/alert-reads.ts';
import { answer } from '../http/answer.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';

const PATH = '/api/v1/admin';

/** Rules of alerts, dated and inherited as targets are. */
export const alertRuleRoutes = ({ memory, door, now }: AdminDeps): AnyRoute[] => [
  route({
    method: 'GET',
    path: `${PATH}/areas/:code/alert-rules`,
    need: 'targets.set',
    input: noQuery,
    places: (_, { code }) => [code],
    handle({ params: { code = '' } }) {
      const rules: AlertRulesAnswer = {
        rules: alertRulesAhead(memory.tree, code, localDayIn(memory.tree, code, now())),
      };
      return answer(rules);
    },
  }),
  route({
    method: 'POST',
    path: `${PATH}/alert-rules`,
    need: 'targets.set',
    input: setAlertRuleRequest,
    places: ({ area }) => [area],
    async handle({ request, input, actor }) {
      const asked = [{ type: 'alert_rule.set' as const, data: input }];
      const defined = await defineAsked(request, door, asked, actor(input.area));
      return defined instanceof Response ? defined : answer(defined);
    },
  }),
];
