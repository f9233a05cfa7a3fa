import type { z } from 'zod';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { ListAnswer, RatingLineItem, TicketLine } from '../../lib/wire/reads.ts';
import { listQuery } from '../../lib/wire/reads-query.ts';
import type { ReadContext } from '../read/context.ts';
import { type Cursor, decodeCursor } from '../read/list-page.ts';
import { ratingCursor, ratings } from '../read/ratings.ts';
import { type ListQuestion, ticketCursor, tickets } from '../read/tickets.ts';
import { csvResponse, wantsCsv } from './csv.ts';
import { problemResponse } from './problem.ts';
import { badParameter, periodOf, queryOf } from './query.ts';
import type { ReadApp, ReadDeps } from './read-deps.ts';

type List<Item> = {
  name: string;
  columns: readonly (keyof Item & string)[];
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
  cursor: ratingCursor,
  read: ratings,
};

/** Lines of a page while a whole list is written as CSV. */
const CSV_LINES = 1000;

/** `GET /api/v1/tickets` and `/ratings`: pages of JSON, or the whole list as CSV. */
export function addListRoutes(app: ReadApp, deps: ReadDeps): void {
  addList(app, deps, TICKETS);
  addList(app, deps, RATINGS);
}

function addList<Item extends Record<string, unknown>>(app: ReadApp, deps: ReadDeps, list: List<Item>): void {
  app.get(`/api/v1/${list.name}`, async (c) => {
    const request = c.req.raw;
    const anybody = await deps.authorise(c.env.incoming, null);
    if (!anybody.ok) return problemResponse(request, anybody.code);
    const query = queryOf(request, listQuery);
    if (query instanceof Response) return query;
    const caller = await deps.authorise(c.env.incoming, query.area);
    if (!caller.ok) return problemResponse(request, caller.code);
    const area = deps.context.tree.areas.get(query.area);
    if (!area) return problemResponse(request, 'unknown_area');
    const period = periodOf(request, query, localDay(area.timezone, deps.context.now()));
    if (period instanceof Response) return period;
    const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor, list.cursor);
    if (cursor === null && query.cursor !== undefined)
      return badParameter(request, 'cursor', 'is not one of this list');

    const question: ListQuestion = { area: area.code, period, cursor, limit: query.limit };
    if (!wantsCsv(request))
      return c.json(await list.read(deps.context, question), 200, {
        'cache-control': 'no-store',
        vary: 'accept',
      });
    return csvResponse(`${list.name}-${area.code}-${period.from}-${period.to}`, list.columns, (next) =>
      list.read(deps.context, {
        ...question,
        limit: CSV_LINES,
        cursor: next === null ? cursor : decodeCursor(next, list.cursor),
      }),
    );
  });
}
