import { randomUUID } from 'node:crypto';
import { byName, isUnit, rootOf, unitsBelow } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Fault } from '../../lib/wire/errors.ts';
import {
  adoptModelRequest,
  endModelRequest,
  type ModelAnswer,
  type ModelsAnswer,
  modelsQuery,
  startModelRequest,
} from '../../lib/wire/model-reads.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { defineAsked } from '../admin/define-asked.ts';
import type { Core } from '../core.ts';
import { answerOrFile } from '../export/table-file.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, type Authorised, route } from '../http/route.ts';
import type { Definition } from '../log/submission.ts';
import type { ReadContext } from '../read/context.ts';
import { model, models, modelUnits, startedModel } from '../read/models.ts';

const ONE = '/api/v1/areas/:code/models/:model';
const COLUMNS = ['model', 'name', 'about', 'metric', 'unit', 'startDay', 'trying', 'ended'] as const;

/** Models: begun and ended where they are tried, spread from above (M1). */
export function modelRoutes(
  { door, now, memory }: Pick<Core, 'door' | 'now' | 'memory'>,
  context: ReadContext,
): AnyRoute[] {
  const { tree } = memory;

  const tell = async (
    { request, actor }: Pick<Authorised<unknown>, 'request' | 'actor'>,
    definition: Definition,
    area: string,
  ): Promise<Response> => {
    const defined = await defineAsked(request, door, [definition], actor(area));
    return defined instanceof Response ? defined : answer(defined);
  };
  /** A model is tried from a day that has begun: the future is a plan. */
  const dayFault = (unit: string, pointer: string, day: string, least: string | null): Fault[] => {
    const zone = tree.areas.get(unit)?.timezone ?? 'UTC';
    if (day > localDay(zone, now())) return [{ pointer, rule: 'day_ahead' }];
    return least !== null && day < least ? [{ pointer, rule: 'before_start' }] : [];
  };
  const isUnitCode = (code: string): boolean => {
    const area = tree.areas.get(code);
    return area !== undefined && isUnit(area);
  };

  return [
    route({
      method: 'GET',
      path: '/api/v1/models',
      need: 'measures.read',
      csvNeed: 'lists.export',
      input: modelsQuery,
      places: ({ area }) => [area],
      async handle({ request, input: { area }, may }) {
        const items = await models(context, area);
        const value = { items, mayStart: may('models.start', area) } satisfies ModelsAnswer;
        return answerOrFile(context, request, value, () => ({
          list: 'models',
          area,
          period: null,
          columns: COLUMNS,
          items,
        }));
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/models',
      need: 'models.start',
      input: startModelRequest,
      places: ({ area }) => [area],
      async handle({ request, input, actor }) {
        if (!isUnitCode(input.area)) return badFields(request, [{ pointer: '/area', rule: 'not_a_unit' }]);
        const faults = dayFault(input.area, '/startDay', input.startDay, null);
        if (faults.length > 0) return badFields(request, faults);
        const code = randomUUID();
        const told = await tell(
          { request, actor },
          { type: 'model.started', data: { model: code, ...input } },
          input.area,
        );
        return told.ok ? answer({ model: code }, 201) : told;
      },
    }),
    route({
      method: 'GET',
      path: ONE,
      need: 'measures.read',
      input: noQuery,
      places: (_, { code }) => [code],
      async handle({ request, params: { code = '', model: named = '' }, may }) {
        const found = await model(context, code, named);
        if (!found) return problemResponse(request, 'not_found');
        const units = await modelUnits(context, code, found);
        const has = new Set(units.map(({ unit }) => unit));
        const spreadTo = unitsBelow(tree, code)
          .flatMap((unit) => tree.areas.get(unit) ?? [])
          .filter((area) => !has.has(area.code) && may('models.spread', area.code))
          .sort(byName)
          .map((area) => ({ unit: area.code, name: area.name, nameEn: area.nameEn ?? null }));
        return answer({
          ...found,
          units: units.map((one) => ({
            ...one,
            mayEnd: one.endDay === null && may('models.start', one.unit),
          })),
          spreadTo,
        } satisfies ModelAnswer);
      },
    }),
    route({
      method: 'POST',
      path: `${ONE}/adopt`,
      need: 'models.spread',
      input: adoptModelRequest,
      places: (_, { code }) => [code],
      async handle({ request, input: { startDay }, params: { code = '', model: named = '' }, actor }) {
        const found = await startedModel(context, named);
        if (!found || !isUnitCode(code) || rootOf(tree, found.unit) !== rootOf(tree, code))
          return problemResponse(request, 'not_found');
        if (await model(context, code, named))
          return badFields(request, [{ pointer: '', rule: 'already_tried' }]);
        const faults = dayFault(code, '/startDay', startDay, found.startDay);
        if (faults.length > 0) return badFields(request, faults);
        const data = { model: named, area: code, startDay };
        return tell({ request, actor }, { type: 'model.adopted', data }, code);
      },
    }),
    route({
      method: 'POST',
      path: `${ONE}/end`,
      need: 'models.start',
      input: endModelRequest,
      places: (_, { code }) => [code],
      async handle({ request, input: { endDay }, params: { code = '', model: named = '' }, actor }) {
        const line = isUnitCode(code) ? await model(context, code, named) : null;
        if (!line) return problemResponse(request, 'not_found');
        if (line.trying === 0) return badFields(request, [{ pointer: '', rule: 'already_ended' }]);
        const [own] = await modelUnits(context, code, line);
        const faults = dayFault(code, '/endDay', endDay, own?.startDay ?? null);
        if (faults.length > 0) return badFields(request, faults);
        return tell(
          { request, actor },
          { type: 'model.ended', data: { model: named, area: code, endDay } },
          code,
        );
      },
    }),
  ];
}
