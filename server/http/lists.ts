import type { z } from 'zod';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { type AlertLine, alertsQuery } from '../../lib/wire/alert-reads.ts';
import type { ApologyLine, DossierLine } from '../../lib/wire/dossier-reads.ts';
import { type InspectionLine, inspectionsQuery } from '../../lib/wire/inspection-reads.ts';
import { ratingsQuery } from '../../lib/wire/rating-reads.ts';
import type { ListAnswer, RatingLineItem, TicketLine } from '../../lib/wire/reads.ts';
import {
  apologiesQuery,
  dossiersQuery,
  listQuery,
  noQuery,
  suggestionsQuery,
} from '../../lib/wire/reads-query.ts';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import { aboutOf } from '../export/about-of.ts';
import { askedFormat } from '../export/asked-format.ts';
import { exportResponse } from '../export/export-response.ts';
import { createExportWatch, type ExportWatch } from '../export/export-watch.ts';
import { FILE_LINES, pagesOf } from '../export/pages-of.ts';
import { alertCursor, alerts, isOfAnyDay } from '../read/alerts.ts';
import { apologies, apologyCursor } from '../read/apologies.ts';
import type { ReadContext } from '../read/context.ts';
import { dossierCursor, dossiers, isOfAllDays } from '../read/dossiers.ts';
import { inspectionsReaderOf } from '../read/inspection-reader.ts';
import { inspectionCursor, inspections } from '../read/inspections.ts';
import { type Cursor, decodeCursor } from '../read/list-page.ts';
import { readerOf } from '../read/page-reader.ts';
import { countRatings, ratingCursor, ratings } from '../read/ratings.ts';
import { suggestionCursor, suggestions } from '../read/suggestions.ts';
import { countTickets, type ListQuestion, ticketCursor, tickets } from '../read/tickets.ts';
import { answer } from './answer.ts';
import { askedCursor } from './asked-cursor.ts';
import { problemResponse } from './problem.ts';
import { periodOf } from './query.ts';
import type { ReadDeps } from './read-deps.ts';
import { nameOf } from './request-limits.ts';
import { type AnyRoute, type Authorised, route } from './route.ts';

/** What every list is asked. */
type ListInput = z.output<typeof listQuery>;
type List<Item, Input extends ListInput = ListInput> = {
  name: string;
  columns: readonly (keyof Item & string)[];
  /** Columns for whoever may read comments. */
  comments: readonly (keyof Item & string)[];
  input: z.ZodType<Input>;
  cursor: z.ZodType<Cursor>;
  /** How many lines there are, where that is quickly known. */
  count?: (context: ReadContext, question: ListQuestion, input: Input) => Promise<number | null>;
  read: (
    context: ReadContext,
    question: ListQuestion,
    input: Input,
    reader: Pick<Authorised<Input>, 'may' | 'subject'>,
  ) => Promise<ListAnswer<Item>>;
};

const TICKETS: List<TicketLine> = {
  name: 'tickets',
  columns: [
    'unit',
    'ticket',
    'number',
    'service',
    'state',
    'pending',
    'serviceDay',
    'waitStartAt',
    'firstCallAt',
    'endedAt',
    'waitSec',
    'counter',
    'outcome',
  ],
  comments: [],
  input: listQuery,
  cursor: ticketCursor,
  count: countTickets,
  read: tickets,
};

const RATINGS: List<RatingLineItem, z.output<typeof ratingsQuery>> = {
  name: 'ratings',
  columns: [
    'unit',
    'rating',
    'day',
    'at',
    'cut',
    'level',
    'raw',
    'scale',
    'service',
    'counter',
    'ticket',
    'phase',
    'channel',
    'reasons',
    'marks',
  ],
  // What people wrote is read where it stands, and leaves with no file (K14).
  comments: [],
  input: ratingsQuery,
  cursor: ratingCursor,
  read: (context, question, filter) => ratings(context, question, filter),
  count: countRatings,
};

const DOSSIERS: List<DossierLine, z.output<typeof dossiersQuery>> = {
  name: 'dossiers',
  columns: [
    'unit',
    'dossier',
    'procedure',
    'channel',
    'state',
    'handler',
    'stage',
    'stageDueAt',
    'submittedAt',
    'receivedAt',
    'receivedDay',
    'dueAt',
    'dueDay',
    'late',
    'awaitingSince',
    'settledAt',
    'settledDay',
    'result',
    'deliveredAt',
    'extensions',
    'supplements',
    'previous',
    'faults',
  ],
  comments: [],
  input: dossiersQuery,
  cursor: dossierCursor,
  read(
    context,
    { period, ...question },
    { state = null, procedure = null, handler = null, stage = null, channel = null, fault = null, from, to },
  ) {
    const allDays = isOfAllDays(state) && from === undefined && to === undefined;
    return dossiers(context, {
      ...question,
      period: allDays ? null : period,
      state,
      procedure,
      handler,
      stage,
      channel,
      fault,
    });
  },
};

const APOLOGIES: List<ApologyLine, z.output<typeof apologiesQuery>> = {
  name: 'apologies',
  columns: [
    'unit',
    'day',
    'state',
    'apology',
    'dossier',
    'rating',
    'suggestion',
    'procedure',
    'handler',
    'cause',
    'dueAt',
    'settledAt',
    'draftedAt',
    'signedAt',
    'deliveredAt',
    'newDueAt',
    'documentNo',
    'documentDate',
    'signedBy',
    'signatureKind',
    'channel',
    'extensions',
    'secondExtension',
  ],
  comments: [],
  input: apologiesQuery,
  cursor: apologyCursor,
  read: (context, question, { state = null, dossier = null }) =>
    apologies(context, { ...question, state, dossier }),
};

const ALERTS: List<AlertLine, z.output<typeof alertsQuery>> = {
  name: 'alerts',
  columns: [
    'unit',
    'alert',
    'kind',
    'state',
    'day',
    'raisedAt',
    'since',
    'value',
    'of',
    'limit',
    'people',
    'counter',
    'units',
    'unitsOf',
    'takenAt',
    'takenBy',
    'notedAt',
    'closedAt',
    'closedBy',
    'clearedAt',
    'escalatedTo',
    'group',
    'explanations',
  ],
  comments: [],
  input: alertsQuery,
  cursor: alertCursor,
  read(context, { period, ...question }, { state = null, kind = null, grouped, from, to }) {
    const anyDay = isOfAnyDay(state) && from === undefined && to === undefined;
    return alerts(context, {
      ...question,
      period: anyDay ? null : period,
      state,
      kind,
      grouped: grouped === 'true',
    });
  },
};

const INSPECTIONS: List<InspectionLine, z.output<typeof inspectionsQuery>> = {
  name: 'inspections',
  columns: [
    'unit',
    'inspection',
    'day',
    'state',
    'level',
    'kind',
    'plannedDay',
    'openedAt',
    'announcedAt',
    'signedAt',
    'closedAt',
    'findings',
    'remedied',
    'remediedInTime',
    'overdue',
    'nextLateFrom',
    'disciplined',
  ],
  comments: [],
  input: inspectionsQuery,
  cursor: inspectionCursor,
  read(context, { period, ...question }, { state = null, level = null, kind = null, from, to }, reader) {
    const allDays = from === undefined && to === undefined;
    const asked = { ...question, period: allDays ? null : period, state, level, kind };
    return inspections(context, asked, inspectionsReaderOf(reader));
  },
};

const SUGGESTIONS: List<SuggestionLine, z.output<typeof suggestionsQuery>> = {
  name: 'suggestions',
  columns: [
    'unit',
    'page',
    'suggestion',
    'day',
    'state',
    'kind',
    'channel',
    'submittedAt',
    'body',
    'sortedAt',
    'dueAt',
    'late',
    'seenAt',
    'seenBy',
    'seenTitle',
    'seenOnBehalfOf',
    'waitSec',
    'instructedAt',
    'owner',
    'instructionLateFrom',
    'answeredAt',
    'repeats',
    'erased',
  ],
  comments: ['text'],
  input: suggestionsQuery,
  cursor: suggestionCursor,
  read(context, { period, ...question }, { state = null, kind = null, channel = null, from, to }, reader) {
    const allDays = from === undefined && to === undefined;
    const asked = { ...question, period: allDays ? null : period, state, kind, channel };
    return suggestions(context, asked, readerOf(reader));
  },
};

/**
 * `GET /api/v1/tickets`, `/ratings`, `/dossiers`, `/apologies`, `/alerts`, `/inspections` and `/suggestions`: pages of JSON,
 * or the whole list as a file, whose progress its reader may ask for.
 */
export function listRoutes(deps: ReadDeps): AnyRoute[] {
  const watch = createExportWatch(deps.context.now);
  const parts = { ...deps, watch };
  return [
    listRoute(parts, TICKETS),
    listRoute(parts, RATINGS),
    listRoute(parts, DOSSIERS),
    listRoute(parts, APOLOGIES),
    listRoute(parts, ALERTS),
    listRoute(parts, SUGGESTIONS),
    listRoute(parts, INSPECTIONS),
    route({
      method: 'GET',
      path: '/api/v1/exports/:export',
      need: 'lists.export',
      input: noQuery,
      handle: ({ params, subject }) =>
        answer(watch.progress(subject ? nameOf(subject) : '', params.export ?? '')),
    }),
  ];
}

const listRoute = <Item extends Record<string, unknown>, Input extends ListInput>(
  deps: ReadDeps & { watch: ExportWatch },
  list: List<Item, Input>,
): AnyRoute =>
  route({
    method: 'GET',
    path: `/api/v1/${list.name}`,
    need: 'lists.read',
    csvNeed: 'lists.export',
    input: list.input,
    places: ({ area }) => [area],
    async handle({ request, input, may, subject }) {
      const { context, watch } = deps;
      const area = context.tree.areas.get(input.area);
      if (!area) return problemResponse(request, 'unknown_area');
      const period = periodOf(request, input, localDay(area.timezone, context.now()));
      if (period instanceof Response) return period;
      const cursor = askedCursor(request, input.cursor, list.cursor);
      if (cursor instanceof Response) return cursor;

      const comments = may('comments.read', area.code);
      const question: ListQuestion = { area: area.code, period, cursor, limit: input.limit, comments };
      const format = askedFormat(request);
      if (format === null) {
        const page = answer(await list.read(context, question, input, { may, subject }));
        page.headers.set('vary', 'accept');
        return page;
      }
      const pages = pagesOf((next) =>
        list.read(
          context,
          {
            ...question,
            comments: comments && list.comments.length > 0,
            limit: FILE_LINES,
            cursor: next === null ? cursor : decodeCursor(next, list.cursor),
          },
          input,
          { may, subject },
        ),
      );
      const { progress } = input;
      return exportResponse(format, {
        about: aboutOf(context, request, list.name, area.code, period),
        columns: comments ? [...list.columns, ...list.comments] : list.columns,
        pages:
          progress === undefined
            ? pages
            : watch.followed(
                subject ? nameOf(subject) : '',
                progress,
                (await list.count?.(context, question, input)) ?? null,
                pages,
              ),
      });
    },
  });
