import type { z } from 'zod';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { ListAnswer, RatingLineItem, TicketLine } from '../../lib/wire/reads.ts';
import { listQuery } from '../../lib/wire/reads-query.ts';
import type { ReadContext } from '../read/context.ts';
import { type Cursor, decodeCursor } from '../read/list-page.ts';
import { ratingCursor, ratings } from '../read/ratings.ts';
import { type ListQuestion, ticketCursor, tickets } from '../read/tickets.ts';
import { answer } from './answer.ts';
import { csvResponse, wantsCsv } from './csv.ts';
import { problemResponse } from './problem.ts';
import { badParameter, periodOf } from './query.ts';
import type { ReadDeps } from './read-deps.ts';
import { type AnyRoute, route } from './route.ts';

type List<Item> = {
  name: string;
  columns: readonly (keyof Item & string)[];
  /** Columns for whoever may read comments. */
  comments: readonly (keyof Item & string)[];
  cursor: z.ZodType<Cursor>;
  read: (context: ReadContext, question: ListQuestion) => Promise<ListAnswer<Item>>;
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
  cursor: ticketCursor,
  read: tickets,
};

const RATINGS: List<RatingLineItem> = {
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
  comments: ['comment'],
  cursor: ratingCursor,
  read: ratings,
};

/** Lines of a page while a whole list is written as CSV. */
const CSV_LINES = 1000;

/** `GET /api/v1/tickets` and `/ratings`: pages of JSON, or the whole list as CSV. */
export const listRoutes = (deps: ReadDeps): AnyRoute[] => [
  listRoute(deps, TICKETS),
  listRoute(deps, RATINGS),
];

const listRoute = <Item extends Record<string, unknown>>(deps: ReadDeps, list: List<Item>): AnyRoute =>
  route({
    method: 'GET',
    path: `/api/v1/${list.name}`,
    need: 'lists.read',
    csvNeed: 'lists.export',
    input: listQuery,
    places: ({ area }) => [area],
    async handle({ request, input, may }) {
      const area = deps.context.tree.areas.get(input.area);
      if (!area) return problemResponse(request, 'unknown_area');
      const period = periodOf(request, input, localDay(area.timezone, deps.context.now()));
      if (period instanceof Response) return period;
      const cursor = input.cursor === undefined ? null : decodeCursor(input.cursor, list.cursor);
      if (cursor === null && input.cursor !== undefined)
        return badParameter(request, 'cursor', 'is not one of this list');

      const comments = may('comments.read', area.code);
      const question: ListQuestion = { area: area.code, period, cursor, limit: input.limit, comments };
      if (!wantsCsv(request)) {
        const page = answer(await list.read(deps.context, question));
        page.headers.set('vary', 'accept');
        return page;
      }
      return csvResponse(
        `${list.name}-${area.code}-${period.from}-${period.to}`,
        comments ? [...list.columns, ...list.comments] : list.columns,
        (next) =>
          list.read(deps.context, {
            ...question,
            limit: CSV_LINES,
            cursor: next === null ? cursor : decodeCursor(next, list.cursor),
          }),
      );
    },
  });
