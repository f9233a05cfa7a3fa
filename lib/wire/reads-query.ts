import { z } from 'zod';
import { CHAIN_STATES } from '../domain/apology/apology.ts';
import { CHOSEN_PERIODS } from '../domain/calendar/earlier-period.ts';
import { COMPARED_METRICS } from '../domain/compared-metric.ts';
import { DOSSIER_FAULTS } from '../domain/dossier/dossier-fault.ts';
import { day } from '../domain/events/place.ts';
import { code, instant } from '../domain/events/text.ts';
import { BUCKETS } from '../domain/period.ts';
import { SUGGESTION_CHANNELS } from '../domain/suggestion/channel.ts';
import { SUGGESTION_KINDS } from '../domain/suggestion/kind.ts';
import { PAGE_STATES } from '../domain/suggestion/suggestion.ts';
import { withinParameter } from '../domain/within-parameter.ts';
import { DOSSIER_STATES } from './dossier-reads.ts';
import { EXPORT_FORMATS } from './export-format.ts';
import { COMPARE_LEVELS } from './reads.ts';
import { KNOWN, MOST_STEPS } from './replay.ts';

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
const oneInstant = z
  .string()
  .transform((text) => text.replace(/ (?=\d{2}:\d{2}$)/, '+'))
  .pipe(instant);
const instantParameter = oneInstant.optional();

const format = z
  .enum(EXPORT_FORMATS)
  .optional()
  .describe('The whole as a file of this form; `Accept` names CSV and XLSX, too.');

const metric = z.enum(COMPARED_METRICS).describe('What is compared.');
const oneWithin = within
  .refine((values) => values === undefined || values.length === 1, { message: 'one value' })
  .describe('Seconds for the metric `within`. Default: the target of each service.');

export const sinceQuery = z.object({
  at: instantParameter
    .nonoptional()
    .describe('Instant (RFC 3339) since which changes are told, at most 31 days ago.'),
});

export const areasQuery = z.object({ at: localDate('The tree of this day. Default: as it is now.') });

/** Questions without parameters; unknown ones are ignored, as everywhere in the reading API. */
export const noQuery = z.object({});

/** Nothing but the form of the file. */
export const fileQuery = z.object({ format });

const rule = z
  .enum(['instant', 'day'])
  .optional()
  .describe('How due dates of dossiers are judged. Default: each as it asks itself (F4).');
const procedure = code().optional().describe('Only dossiers of this procedure.');
const handler = code().optional().describe('Only dossiers of this deciding body.');

export const replayQuery = z.object({
  at: oneInstant.describe('The moment.'),
  known: z
    .enum(KNOWN)
    .default('then')
    .describe('`then`: what the server had received by the moment. `now`: what is known of it today.'),
  to: instantParameter.describe('Until when the steps after the moment are told. Default: none are.'),
  step: z.coerce
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(1)
    .describe(`Seconds of a step; at most ${MOST_STEPS} steps.`),
});

export const kpisQuery = z.object({
  from,
  to,
  service,
  counter: code().optional().describe('Only this counter (of units).'),
  within: within.describe('Thresholds in seconds, such as 60,300,900. Default: the target, else 900.'),
  rule,
  procedure,
  handler,
  asOf: instantParameter.describe('Instant (RFC 3339) at which open work is read. Default: now.'),
  knownAt: instantParameter.describe('Only events that the server had received by this instant (RFC 3339).'),
  format,
});

export const compareQuery = z.object({
  metric,
  level: z.enum(COMPARE_LEVELS).default('children').describe('Direct children, pooled, or every unit below.'),
  from,
  to,
  service,
  within: oneWithin,
  rule,
  procedure,
  handler,
  format,
});

export const historyQuery = z.object({
  metric,
  from,
  to,
  bucket: z.enum(BUCKETS).default('day').describe('Length of a bucket.'),
  service,
  within: oneWithin,
  rule,
  procedure,
  handler,
  format,
});

export const periodQuery = z.object({
  kind: z
    .enum(CHOSEN_PERIODS)
    .optional()
    .describe('Kind of period. Without it the days given are the period.'),
  months: z
    .enum(['calendar', 'reports'])
    .default('calendar')
    .describe('What months, quarters and years are made of: calendar months or months of reports (C7).'),
  day: localDate('A day in the period. Default: today.'),
  from,
  to,
});

export const flowQuery = historyQuery.pick({
  from: true,
  to: true,
  bucket: true,
  service: true,
  format: true,
});

export const busyQuery = z.object({ from, to, format });

export const handlersQuery = z.object({ from, to, rule, format });

export const usualQuery = z.object({ day: localDate('The local day to compare with. Default: today.') });

/** Lines of one page at most, and unless asked. */
const MOST_LINES = 1000;
const LINES = 200;

export const listQuery = z.object({
  area: code(64).describe('Code of an area.'),
  from,
  to,
  format,
  progress: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/)
    .optional()
    .describe('A name of your own for the file under way, to ask `GET /api/v1/exports/{export}` by.'),
  cursor: z.string().max(2000).optional().describe('`next` of the page before.'),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .refine((n) => n <= MOST_LINES, { message: `at most ${MOST_LINES}` })
    .default(LINES)
    .describe(`Lines of a page, at most ${MOST_LINES}. Default ${LINES}.`),
});

/** Where a list goes on that is of no area of its choice. */
export const pageQuery = listQuery.pick({ cursor: true, limit: true });

const codes = (what: string) => code().optional().describe(what);

export const dossiersQuery = listQuery.extend({
  from: localDate('First local day of receipt (of settlement for `settled`, `late`, `notCollected`).'),
  to: localDate('Last such day. Default of both: every day for parts of `open` and `toCorrect`, else today.'),
  state: z.enum(DOSSIER_STATES).optional().describe('Only dossiers in this state. Default: all received.'),
  procedure,
  handler,
  stage: codes('Only dossiers at this stage.'),
  channel: codes('Only dossiers that came this way.'),
  fault: z.enum(DOSSIER_FAULTS).optional().describe('Only dossiers with this to correct (F16).'),
});

export const apologiesQuery = listQuery.extend({
  from: localDate(
    'First local day: of the first step, or of the settlement of a dossier that an apology is owed for.',
  ),
  to: localDate('Last local day. Default: today. What is open and overdue is always owed.'),
  state: z.enum(CHAIN_STATES).optional().describe('Only chains that stand there.'),
  dossier: codes('Only chains about this dossier.'),
});

export const bookQuery = z.object({
  from: localDate('First local day of the pages. Default: the first.'),
  to: localDate('Last local day of the pages. Default: the last.'),
  lang: z
    .enum(['vi', 'en'])
    .default('vi')
    .describe('The language of what is not the citizens’. Default: vi.'),
});

export const suggestionsQuery = listQuery.extend({
  from: localDate('First local day of the pages. Default: `to`, or the whole book.'),
  to: localDate('Last local day of the pages. Default: today, or the whole book.'),
  state: z.enum(PAGE_STATES).optional().describe('Only pages in this state.'),
  kind: z
    .enum([...SUGGESTION_KINDS, 'unsorted'])
    .optional()
    .describe('Only pages of this kind; what has left the book has one for the level above alone.'),
  channel: z.enum(SUGGESTION_CHANNELS).optional().describe('Only pages that came this way.'),
});
