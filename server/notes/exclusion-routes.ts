import { randomUUID } from 'node:crypto';
import type { Subject } from '../../lib/domain/access/can.ts';
import { exclusionFault } from '../../lib/domain/exclusion/excluded-slots.ts';
import { askedIn, hasAbove, mayDecide } from '../../lib/domain/exclusion/exclusion-rights.ts';
import { isUnit, localDayIn, unitsBelow, zoneOf } from '../../lib/domain/tree.ts';
import {
  askExclusionRequest,
  decideExclusionRequest,
  type ExclusionLine,
  type ExclusionsAnswer,
  exclusionsQuery,
} from '../../lib/wire/exclusion-reads.ts';
import { defineAsked } from '../admin/define-asked.ts';
import type { Core } from '../core.ts';
import { aboutOf } from '../export/about-of.ts';
import { askedFormat } from '../export/asked-format.ts';
import { exportResponse } from '../export/export-response.ts';
import { FILE_LINES, pagesOf } from '../export/pages-of.ts';
import { answer } from '../http/answer.ts';
import { askedCursor } from '../http/asked-cursor.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { periodOf } from '../http/query.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { ReadContext } from '../read/context.ts';
import { askerOf, exclusion, exclusionCursor, exclusions, type ReadExclusion } from '../read/exclusions.ts';
import { decodeCursor } from '../read/list-page.ts';
import { note as readNote } from '../read/notes.ts';

const PATH = '/api/v1/areas/:code/exclusions';
/** Neither names nor what people wrote to one another. */
const FILE_COLUMNS = [
  'exclusion',
  'unit',
  'text',
  'fromAt',
  'toAt',
  'metrics',
  'askedAt',
  'decision',
  'decidedAt',
] as const;

/** Leaving noted periods out of measures: asked by who answers for the unit, decided one level up (V5). */
export function exclusionRoutes(
  { door, now, memory }: Pick<Core, 'door' | 'now' | 'memory'>,
  context: ReadContext,
): AnyRoute[] {
  const { tree } = memory;
  const lineFor =
    (subject: Subject | null) =>
    ({ askedSource, ...line }: ReadExclusion): ExclusionLine => {
      const decides =
        subject?.kind === 'person' &&
        line.decision === null &&
        mayDecide(tree, subject.held, subject.person, { area: line.askedIn, by: askerOf({ askedSource }) });
      // What people wrote is for people.
      const words = subject?.kind === 'person' ? {} : { reason: null, decidedReason: null };
      return { ...line, ...words, mayDecide: decides };
    };
  const refused = (request: Request, pointer: string, rule: string): Response =>
    badFields(request, [{ pointer, rule }]);

  return [
    route({
      method: 'GET',
      path: PATH,
      need: 'measures.read',
      input: exclusionsQuery,
      places: (_, { code }) => [code],
      async handle({ request, input, params: { code = '' }, subject, may }) {
        const period = periodOf(request, input, localDayIn(tree, code, now()));
        if (period instanceof Response) return period;
        const cursor = askedCursor(request, input.cursor, exclusionCursor);
        if (cursor instanceof Response) return cursor;
        const pageAt = (page: { cursor: typeof cursor; limit: number }) =>
          exclusions(context, unitsBelow(tree, code), period, zoneOf(tree, code), page);
        const format = askedFormat(request);
        if (format !== null)
          return exportResponse(format, {
            about: aboutOf(context, request, 'exclusions', code, period),
            columns: FILE_COLUMNS,
            pages: pagesOf((next) =>
              pageAt({
                cursor: next === null ? cursor : decodeCursor(next, exclusionCursor),
                limit: FILE_LINES,
              }),
            ),
          });
        const found = await pageAt({ cursor, limit: input.limit });
        const asks: ExclusionsAnswer = {
          items: found.items.map(lineFor(subject)),
          next: found.next,
          mayAsk: may('exclusions.ask', code),
        };
        return answer(asks);
      },
    }),
    route({
      method: 'POST',
      path: PATH,
      need: 'exclusions.ask',
      input: askExclusionRequest,
      places: (_, { code }) => [code],
      async handle({ request, input, params: { code = '' }, subject, actor }) {
        const area = tree.areas.get(code);
        const found = area && isUnit(area) ? await readNote(context, code, input.note) : null;
        if (!found || subject?.kind !== 'person') return problemResponse(request, 'not_found');
        const fault = exclusionFault(found);
        if (fault !== null) return refused(request, '/note', fault);
        const level = askedIn(tree, subject.held, code);
        if (level === null || !hasAbove(tree, level)) return refused(request, '/note', 'nobody_above');
        const exclusionCode = randomUUID();
        const defined = await defineAsked(
          request,
          door,
          [
            {
              type: 'exclusion.asked',
              data: {
                exclusion: exclusionCode,
                area: code,
                note: input.note,
                fromAt: found.fromAt,
                toAt: found.toAt ?? found.fromAt,
                metrics: [...new Set(input.metrics)],
                reason: input.reason,
                askedIn: level,
              },
            },
          ],
          actor(code),
        );
        if (defined instanceof Response) return defined;
        const made = await exclusion(context, code, exclusionCode);
        return answer(made ? lineFor(subject)(made) : {}, 201);
      },
    }),
    route({
      method: 'POST',
      path: `${PATH}/:exclusion/decision`,
      need: 'exclusions.decide',
      input: decideExclusionRequest,
      places: (_, { code }) => [code],
      async handle({ request, input, params, subject, actor }) {
        const { code = '', exclusion: named = '' } = params;
        const found = await exclusion(context, code, named);
        if (!found || subject?.kind !== 'person') return problemResponse(request, 'not_found');
        if (found.decision !== null) return refused(request, '/decision', 'already_decided');
        if (!mayDecide(tree, subject.held, subject.person, { area: found.askedIn, by: askerOf(found) }))
          return problemResponse(request, 'forbidden');
        const type = input.decision === 'approved' ? 'exclusion.approved' : 'exclusion.refused';
        const data = { exclusion: named, area: code, reason: input.reason };
        const defined = await defineAsked(request, door, [{ type, data }], actor(code));
        if (defined instanceof Response) return defined;
        const decided = await exclusion(context, code, named);
        return answer(decided ? lineFor(subject)(decided) : {});
      },
    }),
  ];
}
