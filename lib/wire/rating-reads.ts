import { z } from 'zod';
import type { ConductProfile } from '../domain/conduct/conduct-profile.ts';
import type { ConductSet } from '../domain/conduct/conduct-set.ts';
import type { KnownSet } from '../domain/conduct/default-sets.ts';
import { conductEvents } from '../domain/events/conduct.ts';
import { day } from '../domain/events/place.ts';
import { code } from '../domain/events/text.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { RatingMeasures } from '../domain/measures.ts';
import { RATING_CHANNELS } from '../domain/rating-channel.ts';
import { LEVELS } from '../domain/rating-level.ts';
import { MARKS } from '../domain/rating-marks.ts';
import type { conductAhead } from '../domain/settings-ahead.ts';
import type { Share } from '../domain/wilson.ts';
import { listQuery } from './reads-query.ts';

/** `GET /api/v1/admin/areas/{code}/conduct`: codes of conduct, own and inherited, and those that can be chosen. */
export type ConductAnswer = { sets: ReturnType<typeof conductAhead>; known: readonly KnownSet[] };
/** `POST /api/v1/admin/conduct` */
export const setConductRequest = conductEvents['conduct.set'];

const service = code().optional().describe('Only ratings of this service.');
const counter = code().optional().describe('Only ratings of this counter (of units).');
const channel = z.enum(RATING_CHANNELS).optional().describe('Only ratings that came this way.');

/** `GET /api/v1/ratings` */
export const ratingsQuery = listQuery.extend({
  service,
  counter,
  channel,
  level: z.enum(LEVELS).optional().describe('Only ratings of this level.'),
  mark: z
    .enum(['any', 'none', ...MARKS])
    .optional()
    .describe('Only marked ratings, only those without a mark, or only those with this mark (S3).'),
  order: z
    .enum(['unit', 'newest'])
    .default('unit')
    .describe('Unit by unit in the order of their days, or the newest first. Default: unit.'),
});

/** `GET /api/v1/areas/{code}/ratings-profile` */
export const ratingsProfileQuery = z.object({
  from: day.optional().describe('First local day, inclusive. Default: `to`, or today.'),
  to: day.optional().describe('Last local day, inclusive. Default: today.'),
  service,
  counter,
  channel,
  format: listQuery.shape.format,
});

/** Ratings that came one way. `channel` null: nobody said which. `responseRate`: of all finished tickets. */
export type ChannelRatings = {
  channel: string | null;
  n: number;
  satisfied: Share;
  responseRate: Share;
};

/**
 * What people say in a period: how satisfied, by which way, and why (S7). `reasoned`: ratings with any reason. `fewRate`:
 * fewer than a fifth of the visits were rated. `target` is the one in force on the last day; where a service, counter or
 * channel is asked for, the result is that of those ratings.
 */
export type RatingsProfile = RatingMeasures &
  Pick<Judgement, 'result' | 'signal' | 'few'> &
  ConductProfile & {
    area: string;
    from: string;
    to: string;
    asOf: string;
    target: number;
    fewRate: boolean;
    byChannel: ChannelRatings[];
    reasoned: number;
    /** What ratings of the period name, whatever is asked for: ways to narrow it. Counters of a unit only. */
    services: { code: string; name: string; nameEn: string | null }[];
    counters: string[];
    conductSet: Pick<ConductSet, 'area' | 'from' | 'name' | 'nameEn'>;
    /** Inside a unit: low ratings that it does not see yet are in no reason (B5, B6). */
    waiting: boolean;
  };

/** `POST /api/v1/areas/{code}/opened-comments`: what is masked in the comment of a rating below the area (K14). */
export const openCommentRequest = z.strictObject({ unit: code(64), rating: code() });
export type OpenedComment = { comment: string };
