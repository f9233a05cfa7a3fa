import type { AreaDefinition } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { pageQuery } from '../../lib/wire/reads-query.ts';
import type { FrozenNow, LateChange, ReportAnswer, ReportData } from '../../lib/wire/report.ts';
import { freezeReportRequest, reportFileQuery, reportQuery } from '../../lib/wire/report-query.ts';
import { defineAsked } from '../admin/define-asked.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { askedCursor } from '../http/asked-cursor.ts';
import { problemResponse } from '../http/problem.ts';
import { badParameter } from '../http/query.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { ReadContext } from '../read/context.ts';
import { frozenCursor, frozenReport, frozenReports, lastFrozen } from '../read/frozen-reports.ts';
import { inOneMoment } from '../read/in-one-moment.ts';
import { period } from '../read/period.ts';
import { type ReportQuestion, report } from '../read/report.ts';
import { frozenBy } from './freeze-report.ts';
import { DOCX, fileResponse, PDF, XLSX } from './report-file.ts';

const PATH = '/api/v1/areas/:code/report';
const FIRST_PAGE = pageQuery.parse({}).limit;

type Asked = {
  kind: ReportQuestion['kind'];
  months: ReportQuestion['months'];
  day?: string;
  rule?: 'instant' | 'day';
  frozen?: number;
};

/** Reports: their figures, the paper and the workbook made of them, and their cut-offs. */
export function reportRoutes(
  { door, now, database }: Pick<Core, 'door' | 'now' | 'database'>,
  context: ReadContext,
): AnyRoute[] {
  const readNow = (area: AreaDefinition, question: ReportQuestion): Promise<ReportData> =>
    inOneMoment(database.pool, (pool) => report({ ...context, pool }, area, question));

  /** The period that is asked for; a refusal where it has none such. */
  function questionOf(
    request: Request,
    area: AreaDefinition,
    { kind, months, day, rule }: Asked,
  ): ReportQuestion | Response {
    const today = localDay(area.timezone, now());
    const found = period(context.tree, area.code, { chosen: { kind, day: day ?? today }, months, today });
    if (!found) return badParameter(request, 'day', 'after the nine months of its year');
    if (found.from > today) return badParameter(request, 'day', 'a period that has not begun');
    return { kind, months, period: found, rule: rule ?? 'own' };
  }

  async function found(
    request: Request,
    code: string,
    asked: Asked,
    compared: boolean,
  ): Promise<ReportAnswer | Response> {
    const area = context.tree.areas.get(code);
    if (!area) return problemResponse(request, 'unknown_area');
    if (asked.frozen === undefined) {
      const question = questionOf(request, area, asked);
      return question instanceof Response
        ? question
        : { report: await readNow(area, question), frozen: null, since: [] };
    }
    const kept = await frozenReport(context, code, asked.frozen);
    if (!kept) return problemResponse(request, 'not_found');
    if (!compared) return { ...kept, since: [] };
    const { kind, months, to, rule } = kept.report;
    const question = questionOf(request, area, { kind, months, day: to, ...(rule !== 'own' && { rule }) });
    const since = question instanceof Response ? [] : lateChanges(kept.report, await readNow(area, question));
    return { ...kept, since };
  }

  const file = (made: typeof PDF): AnyRoute =>
    route({
      method: 'GET',
      path: `${PATH}.${made.extension}`,
      need: 'measures.read',
      heavy: 'report',
      input: reportFileQuery,
      places: (_, { code }) => [code],
      async handle({ request, input, params: { code = '' } }) {
        const asked = await found(request, code, input, false);
        return asked instanceof Response ? asked : fileResponse(made, asked, input.lang);
      },
    });

  return [
    route({
      method: 'GET',
      path: PATH,
      need: 'measures.read',
      heavy: 'report',
      input: reportQuery,
      places: (_, { code }) => [code],
      async handle({ request, input, params: { code = '' } }) {
        const asked = await found(request, code, input, true);
        return asked instanceof Response ? asked : answer(asked);
      },
    }),
    file(PDF),
    file(DOCX),
    file(XLSX),
    route({
      method: 'GET',
      path: `${PATH}s`,
      need: 'measures.read',
      input: pageQuery,
      places: (_, { code }) => [code],
      async handle({ request, input, params: { code = '' } }) {
        const cursor = askedCursor(request, input.cursor, frozenCursor);
        if (cursor instanceof Response) return cursor;
        return answer(await frozenReports(context, code, cursor, input.limit));
      },
    }),
    route({
      method: 'POST',
      path: `${PATH}s`,
      need: 'reports.freeze',
      heavy: 'report',
      input: freezeReportRequest,
      places: (_, { code }) => [code],
      async handle({ request, input, params: { code = '' }, actor }) {
        const area = context.tree.areas.get(code);
        if (!area) return problemResponse(request, 'unknown_area');
        const question = questionOf(request, area, input);
        if (question instanceof Response) return question;
        const defined = await defineAsked(
          request,
          door,
          [frozenBy(await readNow(area, question))],
          actor(code),
        );
        if (defined instanceof Response) return defined;
        const made: FrozenNow = {
          ...(await frozenReports(context, code, null, FIRST_PAGE)),
          frozen: await lastFrozen(context, code),
        };
        return answer(made);
      },
    }),
  ];
}

/** What late facts have changed since a cut-off. */
const lateChanges = (frozen: ReportData, now: ReportData): LateChange[] =>
  now.targets.flatMap(({ metric, n, of, share }) => {
    const held = frozen.targets.find((target) => target.metric === metric);
    return held?.n === n && held.of === of ? [] : [{ metric, n, of, share }];
  });
