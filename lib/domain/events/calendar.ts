import { z } from 'zod';
import { areaCode, day } from './place.ts';
import { clock, code, freeText } from './text.ts';

/**
 * The limit of a procedure: working days, working hours (quarters of one), or the same day (received after `cutOff`,
 * wall clock: the next working day).
 */
const limit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(1000) }),
  z.strictObject({
    kind: z.literal('hours'),
    hours: z.number().min(0.25).max(4000).multipleOf(0.25, { message: 'quarter_hours' }),
  }),
  z.strictObject({ kind: z.literal('sameDay'), cutOff: clock }),
]);

/** Definitions of how time is counted: only the server writes them. */
export const calendarEvents = {
  'procedure.defined': z.strictObject({
    area: areaCode,
    procedure: code(),
    name: freeText(300),
    nameEn: freeText(300).optional(),
    /** Code of the service whose name is the sector's; where there is none it is shown as it stands. */
    sector: code(),
    limit,
    effectiveFrom: day,
    /** PC6: what is handed in with it, one paper each. */
    papers: z.array(freeText(300)).min(1).max(40).optional(),
    /** PC6: the fee in the words of the decision; absent: not known. */
    fee: freeText(300).optional(),
    /** The decision that publishes the procedure. */
    source: freeText(500),
  }),
  'reporting_periods.set': z.strictObject({
    area: areaCode,
    /** C7: the day of the month before on which a month's report begins; 1: the calendar month. */
    cutDay: z.int().min(1).max(28),
    effectiveFrom: day,
    source: freeText(500),
  }),
} as const;
