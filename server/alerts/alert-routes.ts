import { isUnit } from '../../lib/domain/tree.ts';
import { alertActRequest, explainAlertRequest } from '../../lib/wire/alert-reads.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, type Authorised, route } from '../http/route.ts';
import { type Act, tellAct } from '../log/tell-act.ts';
import { alert as readAlert } from '../read/alert.ts';
import type { ReadContext } from '../read/context.ts';

const PATH = '/api/v1/areas/:code/alerts/:alert';

const TYPES = { take: 'alert.acknowledged', note: 'alert.noted', close: 'alert.closed' } as const;

/** One alert: everything about it, what people do about it, and what its unit says to it. */
export function alertRoutes(
  { door, now, memory }: Pick<Core, 'door' | 'now' | 'memory'>,
  context: ReadContext,
): AnyRoute[] {
  type Said = Pick<Act, 'type' | 'data'>;

  /** Writes what a person says about an alert that is there, and answers the alert as it then stands. */
  async function say<I>(asked: Authorised<I>, said: (alert: string) => Said): Promise<Response> {
    const { code = '', alert = '' } = asked.params;
    if (!(await readAlert(context, code, alert))) return problemResponse(asked.request, 'not_found');
    await tellAct(door, asked.actor(code), { ...said(alert), unit: code, at: now() });
    return answer((await readAlert(context, code, alert)) ?? {});
  }

  return [
    route({
      method: 'GET',
      path: PATH,
      need: 'lists.read',
      input: noQuery,
      places: (_, { code }) => [code],
      async handle({ request, params: { code = '', alert = '' } }) {
        const found = await readAlert(context, code, alert);
        return found ? answer(found) : problemResponse(request, 'not_found');
      },
    }),
    route({
      method: 'POST',
      path: `${PATH}/acts`,
      need: 'alerts.handle',
      input: alertActRequest,
      places: (_, { code }) => [code],
      handle: (asked) =>
        say(asked, (alert) => ({
          type: TYPES[asked.input.act],
          data: { alert, ...(asked.input.note !== undefined && { note: asked.input.note }) },
        })),
    }),
    route({
      method: 'POST',
      path: `${PATH}/explanations`,
      need: 'alerts.explain',
      input: explainAlertRequest,
      places: (_, { code }) => [code],
      handle(asked) {
        const area = memory.tree.areas.get(asked.params.code ?? '');
        // What stands for many units is for none of them to explain.
        if (!area || !isUnit(area)) return problemResponse(asked.request, 'not_found');
        return say(asked, (alert) => ({
          type: 'explanation.added',
          data: { about: { alert }, text: asked.input.text },
        }));
      },
    }),
  ];
}
