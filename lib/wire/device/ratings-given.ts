import { z } from 'zod';
import type { ConductPoint } from '../../domain/events/conduct.ts';
import { code, instant } from '../../domain/events/text.ts';
import { LEVELS } from '../../domain/rating-level.ts';
import { requestId } from './device-query.ts';

/** What a citizen says: a level, and reasons of the unit's code of conduct or of the conditions there. */
const said = { level: z.enum(LEVELS), reasons: z.array(code(64)).max(20).default([]) };

/** A unit whose service is rated, with the points of conduct that can be named there today. */
export type RatedUnit = { code: string; name: string; nameEn: string | null; demo: boolean };
/** `hotline`: the number for what belongs on no pad (G12); null: none is known. */
export type Asked = {
  unit: RatedUnit;
  counter: string | null;
  points: readonly ConductPoint[];
  hotline: string | null;
};

/** `later`: the path at which this visit can be rated in the next two days, once. */
export type PadTicket = { ticket: string; finishedAt: string; later: string };

/** `GET /api/v1/device/pad`; `ticket`: whose turn it is to rate, null while the pad rests. */
export type Pad = Asked & { tag: string; at: string; ticket: PadTicket | null };

/** `POST /api/v1/device/pad/ratings`: told when it was given, and sent until there is an answer. */
export const padRating = z.strictObject({
  request: requestId,
  ...said,
  ticket: code().nullable(),
  at: instant,
});

/** `GET /api/v1/rate-later/:code`; `used`: this visit is rated already. */
export type RateLater = Asked & { used: boolean };
/** `POST /api/v1/rate-later/:code`; answers `bad_link` when it was used. */
export const laterRating = z.strictObject(said);

/** `GET /api/v1/public/:code/rating?counter=`: what the sheet at a counter opens; the slip is good for one rating. */
export const sheetQuery = z.object({
  counter: code(64)
    .optional()
    .describe('The counter at which the sheet hangs. Default: the unit as a whole.'),
});
export type RateHere = Asked & { slip: string };
/** `POST /api/v1/public/:code/ratings` */
export const sheetRating = z.strictObject({
  ...said,
  slip: z.string().max(200),
  counter: code(64).optional(),
});
