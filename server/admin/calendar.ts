import { type PlannedHoliday, plannedHolidays } from '../../lib/domain/calendar/holiday-plan.ts';
import { publicHolidays } from '../../lib/domain/calendar/public-holidays.ts';
import { periodOf, reportingMonths } from '../../lib/domain/calendar/reporting-period.ts';
import { cutDaysAhead, proceduresAhead } from '../../lib/domain/settings-ahead.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import { noQuery } from '../../lib/wire/access/administration.ts';
import {
  defineProcedureRequest,
  type HolidaysOfYear,
  holidaysQuery,
  type Procedures,
  type ReportingPeriods,
  setHolidaysRequest,
  setReportingPeriodsRequest,
} from '../../lib/wire/access/calendar.ts';
import { computedYear } from '../calendar/computed-year.ts';
import { answer } from '../http/answer.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';

const PATH = '/api/v1/admin';

/** Public holidays, procedures with their limits, and reporting periods. */
export function calendarRoutes({ memory, door, now }: AdminDeps): AnyRoute[] {
  const { tree } = memory;
  const today = (code: string): string => localDayIn(tree, code, now());
  const planned = async (code: string, year: number): Promise<PlannedHoliday[]> =>
    plannedHolidays(tree, code, publicHolidays(year, await computedYear(year)));
  return [
    route({
      method: 'GET',
      path: `${PATH}/areas/:code/holidays`,
      need: 'tree.define',
      input: holidaysQuery,
      places: (_, { code }) => [code],
      async handle({ input: { year }, params: { code = '' } }) {
        const holidays: HolidaysOfYear = { year, holidays: await planned(code, year) };
        return answer(holidays);
      },
    }),
    route({
      method: 'POST',
      path: `${PATH}/areas/:code/holidays`,
      need: 'tree.define',
      input: setHolidaysRequest,
      places: (_, { code }) => [code],
      async handle({ request, input: { year }, params: { code = '' }, actor }) {
        const definitions = (await planned(code, year)).flatMap(({ sessions }) =>
          sessions ? [{ type: 'sessions.set' as const, data: sessions }] : [],
        );
        const defined = await defineAsked(request, door, definitions, actor(code));
        return defined instanceof Response ? defined : answer(defined);
      },
    }),
    route({
      method: 'GET',
      path: `${PATH}/areas/:code/procedures`,
      need: 'targets.set',
      input: noQuery,
      places: (_, { code }) => [code],
      handle({ params: { code = '' } }) {
        const procedures: Procedures = proceduresAhead(tree, code, today(code));
        return answer({ procedures });
      },
    }),
    route({
      method: 'POST',
      path: `${PATH}/procedures`,
      need: 'tree.define',
      input: defineProcedureRequest,
      places: ({ area }) => [area],
      async handle({ request, input, actor }) {
        const asked = [{ type: 'procedure.defined' as const, data: input }];
        const defined = await defineAsked(request, door, asked, actor(input.area));
        return defined instanceof Response ? defined : answer(defined);
      },
    }),
    route({
      method: 'GET',
      path: `${PATH}/areas/:code/reporting-periods`,
      need: 'targets.set',
      input: noQuery,
      places: (_, { code }) => [code],
      handle({ params: { code = '' } }) {
        const periods: ReportingPeriods = {
          cutDays: cutDaysAhead(tree, code, today(code)),
          month: periodOf(reportingMonths(tree, code), 'month', today(code)),
        };
        return answer(periods);
      },
    }),
    route({
      method: 'POST',
      path: `${PATH}/reporting-periods`,
      need: 'tree.define',
      input: setReportingPeriodsRequest,
      places: ({ area }) => [area],
      async handle({ request, input, actor }) {
        const asked = [{ type: 'reporting_periods.set' as const, data: input }];
        const defined = await defineAsked(request, door, asked, actor(input.area));
        return defined instanceof Response ? defined : answer(defined);
      },
    }),
  ];
}
