import { code } from '../../lib/domain/events/text.ts';
import { officerFigures } from '../../lib/domain/officer/officer-figures.ts';
import { endedPeriods, hasEnded, type OfficerPeriod } from '../../lib/domain/officer/officer-period.ts';
import { LEAST_CASES } from '../../lib/domain/officer/told.ts';
import { type AreaDefinition, isUnit } from '../../lib/domain/tree.ts';
import { addDays, localDay } from '../../lib/domain/zoned-time.ts';
import {
  type MyOfficersAnswer,
  type OfficerFiguresAnswer,
  type OfficersAnswer,
  officerFiguresQuery,
} from '../../lib/wire/officer-reads.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { selfOf } from '../auth/account-routes.ts';
import { namesOf } from '../auth/held-roles.ts';
import { defineAs } from '../auth/people.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';
import { badParameter } from '../http/query.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { Actor } from '../log/actor.ts';
import type { ReadContext } from '../read/context.ts';
import { figureViews } from '../read/figure-views.ts';
import { officerCodes } from '../read/officer-codes.ts';
import { officerMonths } from '../read/officer-months.ts';

type Parts = Pick<Core, 'memory' | 'door' | 'prisma' | 'now'>;
/** How far back codes and periods are offered. */
const OFFERED_MONTHS = 24;
const OFFERED_DAYS = 731;

/** Rule 8: the figures of one officer code, for the person it belongs to and for the head of the unit (O2). */
export function officerRoutes(core: Parts, context: ReadContext): AnyRoute[] {
  const { memory, door, now } = core;

  const unitOf = (code: string | undefined): AreaDefinition | null => {
    const area = memory.tree.areas.get(code ?? '');
    return area && isUnit(area) ? area : null;
  };

  /** O2: nobody is told before the log knows who looked. */
  async function figures(
    request: Request,
    unit: AreaDefinition,
    officer: string,
    { name, from, to, months }: OfficerPeriod,
    by: Actor,
  ): Promise<Response> {
    if (!hasEnded({ from, to }, localDay(unit.timezone, now())))
      return badParameter(request, 'period', 'has not ended');
    const data = { area: unit.code, officer, from, to };
    const faults = await defineAs(door, [{ type: 'person.figures_viewed', data }], by);
    if (faults.length > 0) throw new AppError('not_storable', 'a view of figures was not stored');
    return answer({
      ...officerFigures(await officerMonths(context, { unit, officer }, months)),
      area: { code: unit.code, name: unit.name },
      officer,
      period: { name, from, to },
      least: LEAST_CASES,
    } satisfies OfficerFiguresAnswer);
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:code/officers',
      need: 'officers.read',
      input: noQuery,
      places: (_, { code }) => [code],
      async handle({ request, params }) {
        const unit = unitOf(params.code);
        if (!unit) return problemResponse(request, 'unknown_area');
        const today = localDay(unit.timezone, now());
        return answer({
          codes: await officerCodes(context, unit.code, { from: addDays(today, -OFFERED_DAYS), to: today }),
          periods: endedPeriods(today, OFFERED_MONTHS),
        } satisfies OfficersAnswer);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:code/officers/:officer/figures',
      need: 'officers.read',
      input: officerFiguresQuery,
      places: (_, { code }) => [code],
      async handle({ request, params, input, actor }) {
        const unit = unitOf(params.code);
        if (!unit) return problemResponse(request, 'unknown_area');
        const officer = code().safeParse(params.officer);
        if (!officer.success) return problemResponse(request, 'not_found');
        return figures(request, unit, officer.data, input.period, actor(unit.code));
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/officers',
      need: 'own',
      input: noQuery,
      async handle(asked) {
        const { person } = selfOf(asked);
        const links = [...memory.rights.officers.values()].filter((link) => link.person === person);
        const views = await figureViews(context.pool, person);
        const names = await namesOf(
          core,
          views.map((view) => view.by),
        );
        const nameOf = (code: string): string => memory.tree.areas.get(code)?.name ?? code;
        const zone = unitOf(links[0]?.area)?.timezone;
        return answer({
          links: links.map(({ link, area, officer }) => ({
            link,
            area: { code: area, name: nameOf(area) },
            officer,
          })),
          periods: zone === undefined ? [] : endedPeriods(localDay(zone, now()), OFFERED_MONTHS),
          views: views.map(({ at, by, area, from, to }) => ({
            at: at.toISOString(),
            by: names.get(by) ?? by,
            area: nameOf(area),
            from,
            to,
          })),
        } satisfies MyOfficersAnswer);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/officers/:link/figures',
      need: 'own',
      input: officerFiguresQuery,
      async handle(asked) {
        const { request, params, input, actor } = asked;
        const link = memory.rights.officers.get(params.link ?? '');
        const unit = link?.person === selfOf(asked).person ? unitOf(link.area) : null;
        if (!link || !unit) return problemResponse(request, 'not_found');
        return figures(request, unit, link.officer, input.period, actor(null));
      },
    }),
  ];
}
