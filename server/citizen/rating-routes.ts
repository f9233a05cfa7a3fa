import { randomUUID } from 'node:crypto';
import type { DataOf } from '../../lib/domain/events/registry.ts';
import { standingUnit } from '../../lib/domain/tree.ts';
import {
  laterRating,
  type RateHere,
  type RateLater,
  sheetQuery,
  sheetRating,
} from '../../lib/wire/device/ratings-given.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { secretHash } from '../access/secret.ts';
import { done } from '../auth/answer-with.ts';
import type { Auth } from '../auth/auth.ts';
import { createFormLimits } from '../book/form-limits.ts';
import { createFormSlips } from '../book/form-slips.ts';
import type { Core } from '../core.ts';
import { askedAt } from '../devices/asked-at.ts';
import { createInTurn } from '../devices/in-turn.ts';
import { AppError } from '../errors.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { unitIn } from '../log/memory.ts';
import type { Visit } from './later-code.ts';

/** What citizens say with their own phones; no key may use it. */
const SOURCE = '/server/public-rating';

/** One rating of one visit, however often its code is opened. */
const ratingOf = ({ unit, ticket }: Visit): string =>
  `l_${secretHash(`${unit}\n${ticket}`).toString('hex').slice(0, 32)}`;

/** Ratings without a device of ours: of a visit within two days, by the code on its pad; or by the sheet at a counter. */
export function publicRatingRoutes(
  { memory, door, database, now }: Pick<Core, 'memory' | 'door' | 'database' | 'now'>,
  { laterCodes }: Pick<Auth, 'laterCodes'>,
): AnyRoute[] {
  const slips = createFormSlips(now);
  const limits = createFormLimits();
  const inTurn = createInTurn();

  /** A unit that stands today. */
  const unitOf = (code = ''): string | null => standingUnit(memory.tree, code, now())?.code ?? null;
  const isRated = async ({ unit, ticket }: Visit): Promise<boolean> => {
    const { rowCount } = await database.pool.query(
      'SELECT FROM rating WHERE unit = $1 AND ticket = $2 LIMIT 1',
      [unit, ticket],
    );
    return (rowCount ?? 0) > 0;
  };
  async function tell(unit: string, id: string, data: DataOf<'rating.given'>): Promise<void> {
    const [outcome] = await door.submit(
      [{ type: 'rating.given', unit, source: SOURCE, id, at: now(), data: { ...data, channel: 'qr' } }],
      { kind: 'server' },
    );
    if (outcome?.status === 'rejected' && outcome.error.code !== 'id_conflict')
      throw new AppError('not_storable', 'a rating was not stored');
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/rate-later/:code',
      need: 'public',
      input: noQuery,
      async handle({ request, params: { code = '' } }) {
        const visit = laterCodes.open(code);
        const asked = visit && askedAt(memory.tree, visit.unit, visit.counter, now());
        if (!visit || !asked) return problemResponse(request, 'bad_link');
        return answer({ ...asked, used: await isRated(visit) } satisfies RateLater);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/rate-later/:code',
      need: 'public',
      input: laterRating,
      handle({ request, params: { code = '' }, input }) {
        const visit = laterCodes.open(code);
        if (!visit) return problemResponse(request, 'bad_link');
        return inTurn(visit.unit, async () => {
          if (await isRated(visit)) return problemResponse(request, 'bad_link');
          const { counter, ticket, unit } = visit;
          const service = unitIn(memory, unit)?.tickets.get(ticket)?.ticket.service;
          const rating = ratingOf(visit);
          await tell(unit, rating, {
            rating,
            ...input,
            counter,
            ticket,
            ...(service !== undefined && { service }),
          });
          return done();
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/public/:code/rating',
      need: 'public',
      input: sheetQuery,
      handle({ request, params, input: { counter = null } }) {
        const unit = unitOf(params.code);
        const asked = unit && askedAt(memory.tree, unit, counter, now());
        return unit && asked
          ? answer({ ...asked, slip: slips.make(unit) } satisfies RateHere)
          : problemResponse(request, 'unknown_area');
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/public/:code/ratings',
      need: 'public',
      input: sheetRating,
      async handle({ request, params, from, input: { slip, counter, ...said } }) {
        const unit = unitOf(params.code);
        if (!unit) return problemResponse(request, 'unknown_area');
        const wait = (ms: number) =>
          problemResponse(request, 'rate_limited', {}, { 'retry-after': String(Math.ceil(ms / 1000)) });
        const stale = () => badFields(request, [{ pointer: '', rule: 'slip_stale' }]);
        if (!slips.good(unit, slip)) return stale();
        const ofAddress = await limits.ofAddress(from, false);
        if (ofAddress > 0) return wait(ofAddress);
        if (!slips.take(unit, slip)) return stale();
        const ofUnit = await limits.ofUnit(unit, false);
        if (ofUnit > 0) return wait(ofUnit);
        // A counter that nobody has heard of is a misprint or a joke: the unit is rated.
        const known = counter !== undefined && unitIn(memory, unit)?.counters.has(counter);
        const id = randomUUID();
        await tell(unit, id, { rating: `s_${id}`, ...said, ...(known && { counter }) });
        return done();
      },
    }),
  ];
}
