import type { z } from 'zod';
import { viewIn } from '../../lib/domain/access/can.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import { isDossierMetric } from '../../lib/domain/figure.ts';
import { bucketsBetween } from '../../lib/domain/period.ts';
import { type AreaDefinition, isWithin, zoneOf } from '../../lib/domain/tree.ts';
import { localDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import { briefQuery } from '../../lib/wire/alert-reads.ts';
import { LONGEST_SINCE_MS } from '../../lib/wire/longest-since.ts';
import { ratingsProfileQuery } from '../../lib/wire/rating-reads.ts';
import type { ClocksAnswer } from '../../lib/wire/reads.ts';
import {
  areasQuery,
  busyQuery,
  compareQuery,
  fileQuery,
  flowQuery,
  handlersQuery,
  historyQuery,
  kpisQuery,
  noQuery,
  periodQuery,
  replayQuery,
  sinceQuery,
  usualQuery,
} from '../../lib/wire/reads-query.ts';
import { MOST_STEPS } from '../../lib/wire/replay.ts';
import {
  busyTable,
  comparedTable,
  flowTable,
  handlersTable,
  historyTable,
  kpisTable,
  profileTable,
  surveysTable,
  toCorrectTable,
} from '../export/figure-tables.ts';
import { answerOrFile } from '../export/table-file.ts';
import { areas } from '../read/areas.ts';
import { brief } from '../read/brief.ts';
import { busy } from '../read/busy.ts';
import { compare } from '../read/compare.ts';
import { dossier } from '../read/dossier.ts';
import type { DossierFilter } from '../read/dossier-sums.ts';
import { dossiersToCorrect } from '../read/dossiers-to-correct.ts';
import { flow } from '../read/flow.ts';
import { handlers } from '../read/handlers.ts';
import { history } from '../read/history.ts';
import { kpis } from '../read/kpis.ts';
import { period } from '../read/period.ts';
import { ratingsProfile } from '../read/ratings-profile.ts';
import { since } from '../read/since.ts';
import { surveys } from '../read/surveys.ts';
import { usual } from '../read/usual.ts';
import { createReplays } from '../replay/replays.ts';
import { answer } from './answer.ts';
import { index766Route } from './index766.ts';
import { listRoutes } from './lists.ts';
import { problemResponse } from './problem.ts';
import { badParameter, periodOf } from './query.ts';
import type { ReadDeps } from './read-deps.ts';
import { type AnyRoute, type Authorised, route } from './route.ts';

const MOST_BUCKETS = 2000;

/** What a question about dossiers says of which ones, and of how they are judged. */
const dossiersIn = (input: {
  rule?: 'instant' | 'day';
  procedure?: string;
  handler?: string;
}): DossierFilter & { rule: DueRule } => ({
  rule: input.rule ?? 'own',
  procedure: input.procedure ?? null,
  handler: input.handler ?? null,
});

/** The reading API. Whoever may not read an area learns nothing of it, not even that it exists. */
export function readRoutes(deps: ReadDeps): AnyRoute[] {
  const { context } = deps;
  const replays = createReplays(context.pool);

  const ofArea = <I>(
    question: string,
    need: 'board.watch' | 'measures.read' | 'lists.read',
    input: z.ZodType<I>,
    reply: (asked: Authorised<I>, area: AreaDefinition, today: string) => Promise<Response>,
  ): AnyRoute =>
    route({
      method: 'GET',
      path: `/api/v1/areas/:code/${question}`,
      need,
      input,
      places: (_, { code }) => [code],
      async handle(asked) {
        const area = context.tree.areas.get(asked.params.code ?? '');
        if (!area) return problemResponse(asked.request, 'unknown_area');
        return reply(asked, area, localDay(area.timezone, context.now()));
      },
    });

  return [
    route({
      method: 'GET',
      path: '/api/v1/areas',
      need: 'area.see',
      input: areasQuery,
      handle: async ({ input, may }) =>
        answer({ areas: await areas(context, (code) => may('area.see', code), input.at ?? null) }),
    }),
    ofArea('board', 'board.watch', noQuery, async ({ request, subject }, { code }) => {
      // W1: a wall reads what it shows, not the board of a desk.
      if (subject?.kind !== 'wall') {
        const board = await deps.board(code);
        return board ? answer(board) : problemResponse(request, 'unknown_area');
      }
      const view = viewIn(context.tree, subject, code);
      const found = view && (await deps.wallBoard(view, code));
      return found ? answer(found) : problemResponse(request, 'unknown_area');
    }),
    ofArea('kpis', 'measures.read', kpisQuery, async ({ request, input }, { code }, today) => {
      const period = periodOf(request, input, today);
      if (period instanceof Response) return period;
      const { service = null, counter = null, within = null, asOf = null, knownAt = null } = input;
      const question = { period, service, counter, within, asOf, knownAt, ...dossiersIn(input) };
      const measures = await kpis(context, code, question);
      return answerOrFile(context, request, measures, () => kpisTable(measures));
    }),
    ofArea(
      'ratings-profile',
      'measures.read',
      ratingsProfileQuery,
      async ({ request, input }, { code }, today) => {
        const period = periodOf(request, input, today);
        if (period instanceof Response) return period;
        const { service = null, counter = null, channel = null } = input;
        const said = await ratingsProfile(context, code, { period, service, counter, channel });
        return answerOrFile(context, request, said, () => profileTable(said));
      },
    ),
    ofArea('compare', 'measures.read', compareQuery, async ({ request, input }, { code }, today) => {
      const period = periodOf(request, input, today);
      if (period instanceof Response) return period;
      const { metric, level, service = null, within } = input;
      const question = { metric, level, period, service, within: within?.[0] ?? null, ...dossiersIn(input) };
      const compared = await compare(context, code, question);
      return answerOrFile(context, request, compared, () => comparedTable(code, compared));
    }),
    ofArea('period', 'measures.read', periodQuery, async ({ request, input }, { code }, today) => {
      const { kind, months, day = today } = input;
      const chosen = kind === undefined ? periodOf(request, input, today) : { kind, day };
      if (chosen instanceof Response) return chosen;
      const found = period(context.tree, code, { chosen, months, today });
      return found ? answer(found) : badParameter(request, 'day', 'after the nine months of its year');
    }),
    ofArea('history', 'measures.read', historyQuery, async ({ request, input }, { code }, today) => {
      const period = periodOf(request, input, today);
      if (period instanceof Response) return period;
      const { metric, bucket, service = null, within: one } = input;
      const buckets = bucketsBetween(period, bucket, MOST_BUCKETS);
      if (!buckets) return badParameter(request, 'bucket', `more than ${MOST_BUCKETS} buckets`);
      if (isDossierMetric(metric) && (bucket === 'half_hour' || bucket === 'hour'))
        return badParameter(request, 'bucket', 'dossiers are counted by days');
      const within = one?.[0] ?? null;
      const question = { metric, period, bucket, buckets, service, within, ...dossiersIn(input) };
      const series = await history(context, code, question);
      return answerOrFile(context, request, series, () =>
        historyTable(code, zoneOf(context.tree, code), series),
      );
    }),
    ofArea('flow', 'measures.read', flowQuery, async ({ request, input }, { code }, today) => {
      const period = periodOf(request, input, today);
      if (period instanceof Response) return period;
      const { bucket, service = null } = input;
      const buckets = bucketsBetween(period, bucket, MOST_BUCKETS);
      if (!buckets) return badParameter(request, 'bucket', `more than ${MOST_BUCKETS} buckets`);
      const flowed = await flow(context, code, { period, bucket, buckets, service });
      return answerOrFile(context, request, flowed, () => flowTable(code, flowed));
    }),
    ofArea('busy', 'measures.read', busyQuery, async ({ request, input }, { code }, today) => {
      const period = periodOf(request, input, today);
      if (period instanceof Response) return period;
      const hours = bucketsBetween(period, 'hour', MOST_BUCKETS);
      if (!hours) return badParameter(request, 'from', `more than ${MOST_BUCKETS} hours`);
      const means = await busy(context, code, period, hours);
      return answerOrFile(context, request, means, () => busyTable(code, means));
    }),
    {
      ...ofArea('replay', 'measures.read', replayQuery, async ({ request, input, may }, { code }) => {
        const { known, at, to = at, step } = input;
        const now = context.now();
        if (at > now) return badParameter(request, 'at', 'lies ahead');
        if (to < at) return badParameter(request, 'to', 'lies before `at`');
        const stepMs = step * 1000;
        if (to - at > MOST_STEPS * stepMs)
          return badParameter(request, 'to', `more than ${MOST_STEPS} steps`);
        const question = { known, at, to: Math.min(to, now), stepMs };
        const found = await replays.answer(code, question, (unit) => may('measures.read', unit));
        return found ? answer(found) : problemResponse(request, 'unknown_then');
      }),
      heavy: 'replay',
    },
    ofArea('brief', 'measures.read', briefQuery, async ({ request, input }, { code }) => {
      const found = await deps.board(code);
      return found
        ? answer(await brief(context, found, input.lang))
        : problemResponse(request, 'unknown_area');
    }),
    ofArea('since', 'measures.read', sinceQuery, async ({ request, input }, { code }) => {
      const at = context.now();
      if (input.at > at) return badParameter(request, 'at', 'lies ahead');
      if (input.at < at - LONGEST_SINCE_MS) return badParameter(request, 'at', 'more than 31 days ago');
      return answer(await since(context, code, input.at));
    }),
    ofArea('surveys', 'measures.read', fileQuery, async ({ request }, { code }) => {
      const found = await surveys(context, code);
      return answerOrFile(context, request, found, () => surveysTable(found));
    }),
    ofArea('usual', 'board.watch', usualQuery, async ({ input }, { code }, today) =>
      answer(await usual(context, code, input.day ?? today)),
    ),
    ofArea('clocks', 'measures.read', noQuery, async (_, { code }, today) =>
      answer({
        sources: deps
          .clocksAhead(startOfDay(zoneOf(context.tree, code), today))
          .filter(({ area }) => isWithin(context.tree, area, code)),
      } satisfies ClocksAnswer),
    ),
    ofArea('handlers', 'measures.read', handlersQuery, async ({ request, input }, { code }, today) => {
      const period = periodOf(request, input, today);
      if (period instanceof Response) return period;
      const found = await handlers(context, code, { period, rule: input.rule ?? 'own' });
      return answerOrFile(context, request, found, () => handlersTable(code, found));
    }),
    ofArea('dossiers-to-correct', 'lists.read', fileQuery, async ({ request }, { code }) => {
      const found = await dossiersToCorrect(context, code);
      return answerOrFile(context, request, found, () => toCorrectTable(code, found));
    }),
    ofArea('dossiers/:dossier', 'lists.read', noQuery, async ({ request, params }, { code }) => {
      const found = await dossier(context, code, params.dossier ?? '');
      return found ? answer(found) : problemResponse(request, 'not_found');
    }),
    index766Route(context),
    ...listRoutes(deps),
  ];
}
