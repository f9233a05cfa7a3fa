import { publishedOf } from '../../lib/domain/public-figure.ts';
import { standingUnit } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { PublicPageAnswer } from '../../lib/wire/public-page.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { problemResponse } from '../http/problem.ts';
import type { ReadDeps } from '../http/read-deps.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { type DaysPart, daysPart, nowPart } from './public-page.ts';

/** What the days tell is read anew this seldom: nobody can make the database work by asking often. */
const KEPT_MS = 10 * 60_000;

/** What a unit tells everybody, without signing in; for a while it may be kept by whoever stands in between. */
export function publicPageRoutes({ context, board }: Pick<ReadDeps, 'context' | 'board'>): AnyRoute[] {
  const kept = new Map<string, { of: string; until: number; part: Promise<DaysPart> }>();
  const { tree, now } = context;
  return [
    route({
      method: 'GET',
      path: '/api/v1/public/:code/page',
      need: 'public',
      input: noQuery,
      async handle({ request, params: { code = '' } }) {
        const at = now();
        const area = standingUnit(tree, code, at);
        const shown = area && (await board(code));
        if (!area || shown?.board.header.form !== 'unit') return problemResponse(request, 'unknown_area');
        const today = localDay(area.timezone, at);
        const held = kept.get(code);
        // What a leader publishes or withdraws is seen at once.
        const of = [today, ...publishedOf(tree, code)].join(' ');
        const fresh = held?.of === of && at < held.until ? held : null;
        const part = fresh?.part ?? daysPart(context, area, today);
        if (!fresh) {
          kept.set(code, { of, until: at + KEPT_MS, part });
          // What failed is asked again by the next.
          part.catch(() => kept.delete(code));
        }
        const told: PublicPageAnswer = {
          ...nowPart(context, area, shown.board as Parameters<typeof nowPart>[2], shown.asOf),
          ...(await part),
        };
        return Response.json(told, { headers: { 'cache-control': 'public, max-age=15' } });
      },
    }),
  ];
}
