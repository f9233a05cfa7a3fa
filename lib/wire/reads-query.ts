import { z } from 'zod';
import { day } from '../domain/events/place.ts';
import { code, instant } from '../domain/events/text.ts';
import { COMPARED_METRICS } from '../domain/figure.ts';
import { BUCKETS } from '../domain/period.ts';
import { withinParameter } from '../domain/within-parameter.ts';

/** Query parameters of the reading API; the documentation is made from these very schemas. */

const localDate = (what: string) => day.optional().describe(what);
const from = localDate('First local day, inclusive. Default: `to`, or today.');
const to = localDate('Last local day, inclusive. Default: today.');
const service = code().optional().describe('Only this service.');

const within = z
  .string()
  .transform((text, context) => {
    const thresholds = withinParameter(text);
    if (thresholds) return thresholds;
    context.addIssue({
      code: 'custom',
      message: '1–10 values in seconds: multiples of 30 up to 3600, of 300 up to 14400',
    });
    return z.NEVER;
  })
  .optional();

/** In a query string an unescaped "+" of an offset arrives as a space. */
const instantParameter = z
  .string()
  .transform((text) => text.replace(/ (?=\d{2}:\d{2}$)/, '+'))
  .pipe(instant)
  .optional();

const metric = z.enum(COMPARED_METRICS).describe('What is compared.');
const oneWithin = within
  .refine((values) => values === undefined || values.length === 1, { message: 'one value' })
  .describe('Seconds for the metric `within`. Default: the target of each service.');

export const areasQuery = z.object({ at: localDate('The tree of this day. Default: as it is now.') });

/** The board takes no parameters; unknown ones are ignored, as everywhere in the reading API. */
export const boardQuery = z.object({});

export const kpisQuery = z.object({
  from,
  to,
  service,
  counter: code().optional().describe('Only this counter (of units).'),
  within: within.describe('Thresholds in seconds, such as 60,300,900. Default: the target, else 900.'),
  rule: z
    .enum(['instant', 'day'])
    .optional()
    .describe('How dossiers are judged on time. Default: the unit’s.'),
  asOf: instantParameter.describe('Instant (RFC 3339) at which open work is read. Default: now.'),
  knownAt: instantParameter.describe('Only events that the server had received by this instant (RFC 3339).'),
});

export const compareQuery = z.object({ metric, from, to, service, within: oneWithin });

export const historyQuery = z.object({
  metric,
  from,
  to,
  bucket: z.enum(BUCKETS).default('day').describe('Length of a bucket.'),
  service,
  within: oneWithin,
});

/** `GET …/clocks` asks nothing. */
export const clocksQuery = z.object({});

export const usualQuery = z.object({ day: localDate('The local day to compare with. Default: today.') });

/** Lines of one page at most, and unless asked. */
const MOST_LINES = 1000;
const LINES = 200;

export const listQuery = z.object({
  area: code(64).describe('Code of an area.'),
  from,
  to,
  cursor: z.string().max(2000).optional().describe('`next` of the page before.'),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .refine((n) => n <= MOST_LINES, { message: `at most ${MOST_LINES}` })
    .default(LINES)
    .describe(`Lines of a page, at most ${MOST_LINES}. Default ${LINES}.`),
});
