import { z } from 'zod';
import { day } from '../domain/events/place.ts';
import { REPORT_KINDS, REPORT_MONTHS } from '../domain/report/report-kind.ts';

const kind = z.enum(REPORT_KINDS).describe('Kind of period; a day is the brief of one page.');
const months = z
  .enum(REPORT_MONTHS)
  .default('calendar')
  .describe('Calendar months, or months of reports with their cut day (C7).');
const rule = z
  .enum(['instant', 'day'])
  .optional()
  .describe('How due dates of dossiers are judged. Default: each as it asks itself (F4).');

/** Which report; with `frozen` nothing else is needed. */
export const reportQuery = z.object({
  kind: kind.default('month'),
  months,
  day: day.optional().describe('A day in the period. Default: today.'),
  rule,
  frozen: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number)
    .optional()
    .describe('The cut-off with this seq, as it was frozen.'),
});

export const reportFileQuery = reportQuery.extend({
  lang: z.enum(['vi', 'en']).default('vi').describe('The language of the paper. Default: vi.'),
});

/** `POST …/reports`: the cut-off of a period that is over. Rule of one that is not: `period_running`. */
export const freezeReportRequest = z.strictObject({
  kind: z.enum(REPORT_KINDS),
  months: z.enum(REPORT_MONTHS).default('calendar'),
  day,
  rule: z.enum(['instant', 'day']).optional(),
});
