import { publishedOf } from '../../lib/domain/public-figure.ts';
import { standingUnit } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { PublicMeetings } from '../../lib/wire/meeting-reads.ts';
import type { PublicPageAnswer } from '../../lib/wire/public-page.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { problemResponse } from '../http/problem.ts';
import type { ReadDeps } from '../http/read-deps.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { publicMeetings } from '../meetings/public-meetings.ts';
import { createKept } from './kept.ts';
import { type DaysPart, daysPart, nowPart } from './public-page.ts';

/** What the days tell is read anew this seldom: nobody can make the database work by asking often. */
const KEPT_MS = 10 * 60_000;
/** Meetings are changed by hand, and whoever changed them looks at the page. */
const MEETINGS_KEPT_MS = 15_000;

/** What a unit tells everybody, without signing in; for a while it may be kept by whoever stands in between. */
export function publicPageRoutes({ context, board }: Pick<ReadDeps, 'context' | 'board'>): AnyRoute[] {
  const { tree, now } = context;
  const days = createKept<DaysPart>(now, KEPT_MS);
  const met = createKept<PublicMeetings | null>(now, MEETINGS_KEPT_MS);
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
        // What a leader publishes or withdraws is seen at once.
        const of = [today, ...publishedOf(tree, code)].join(' ');
        const [part, meetings] = await Promise.all([
          days(code, of, () => daysPart(context, area, today)),
          met(code, today, () => publicMeetings(context, code)),
        ]);
        const told: PublicPageAnswer = {
          ...nowPart(context, area, shown.board as Parameters<typeof nowPart>[2], shown.asOf),
          ...part,
          meetings,
        };
        return Response.json(told, { headers: { 'cache-control': 'public, max-age=15' } });
      },
    }),
  ];
}
