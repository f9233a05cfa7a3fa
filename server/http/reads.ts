import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bucketsBetween } from '../../lib/domain/period.ts';
import type { AreaDefinition } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { areasQuery, compareQuery, historyQuery, kpisQuery, usualQuery } from '../../lib/wire/reads-query.ts';
import { areas } from '../read/areas.ts';
import { compare } from '../read/compare.ts';
import { history } from '../read/history.ts';
import { kpis } from '../read/kpis.ts';
import { usual } from '../read/usual.ts';
import { addListRoutes } from './lists.ts';
import { problemResponse } from './problem.ts';
import { badParameter, periodOf, queryOf } from './query.ts';
import type { ReadApp, ReadDeps } from './read-deps.ts';

type AreaContext = Context<{ Bindings: HttpBindings }, '/api/v1/areas/:code/:question'>;

const MOST_BUCKETS = 2000;

/** The reading API. Whoever may not read an area learns nothing of it, not even that it exists. */
export function readRoutes(deps: ReadDeps): ReadApp {
  const { context } = deps;
  const app: ReadApp = new Hono();

  app.get('/api/v1/areas', async (c) => {
    const { incoming } = c.env;
    const caller = await deps.authorise(incoming, null);
    if (!caller.ok) return problemResponse(c.req.raw, caller.code);
    const query = queryOf(c.req.raw, areasQuery);
    if (query instanceof Response) return query;
    const maySee = async (code: string): Promise<boolean> => (await deps.authorise(incoming, code)).ok;
    return answer(c, { areas: await areas(context, maySee, query.at ?? null) });
  });

  const forArea = (
    question: string,
    reply: (c: AreaContext, area: AreaDefinition, today: string) => Promise<Response>,
  ): void => {
    app.get(`/api/v1/areas/:code/${question}`, async (c) => {
      const code = c.req.param('code');
      const caller = await deps.authorise(c.env.incoming, code);
      if (!caller.ok) return problemResponse(c.req.raw, caller.code);
      const area = context.tree.areas.get(code);
      if (!area) return problemResponse(c.req.raw, 'unknown_area');
      return reply(c, area, localDay(area.timezone, context.now()));
    });
  };

  forArea('board', async (c, { code }) => {
    const found = await deps.board(code);
    return found ? answer(c, found) : problemResponse(c.req.raw, 'unknown_area');
  });

  forArea('kpis', async (c, { code }, today) => {
    const query = queryOf(c.req.raw, kpisQuery);
    if (query instanceof Response) return query;
    const period = periodOf(c.req.raw, query, today);
    if (period instanceof Response) return period;
    const { service = null, counter = null, within = null, asOf = null, knownAt = null } = query;
    return answer(c, await kpis(context, code, { period, service, counter, within, asOf, knownAt }));
  });

  forArea('compare', async (c, { code }, today) => {
    const query = queryOf(c.req.raw, compareQuery);
    if (query instanceof Response) return query;
    const period = periodOf(c.req.raw, query, today);
    if (period instanceof Response) return period;
    const { metric, service = null, within } = query;
    return answer(c, await compare(context, code, { metric, period, service, within: within?.[0] ?? null }));
  });

  forArea('history', async (c, { code }, today) => {
    const query = queryOf(c.req.raw, historyQuery);
    if (query instanceof Response) return query;
    const period = periodOf(c.req.raw, query, today);
    if (period instanceof Response) return period;
    const { metric, bucket, service = null, within } = query;
    const buckets = bucketsBetween(period, bucket, MOST_BUCKETS);
    if (!buckets) return badParameter(c.req.raw, 'bucket', `more than ${MOST_BUCKETS} buckets`);
    return answer(
      c,
      await history(context, code, { metric, period, bucket, buckets, service, within: within?.[0] ?? null }),
    );
  });

  forArea('usual', async (c, { code }, today) => {
    const query = queryOf(c.req.raw, usualQuery);
    return query instanceof Response ? query : answer(c, await usual(context, code, query.day ?? today));
  });

  addListRoutes(app, deps);
  return app;
}

// Figures are live: nobody between us and the reader keeps them.
const answer = (c: Context, body: object): Response => c.json(body, 200, { 'cache-control': 'no-store' });
