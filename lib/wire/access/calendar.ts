import { z } from 'zod';
import type { PlannedHoliday } from '../../domain/calendar/holiday-plan.ts';
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from '../../domain/calendar/public-holidays.ts';
import type { NamedPeriod } from '../../domain/calendar/reporting-period.ts';
import { calendarEvents } from '../../domain/events/calendar.ts';
import type { cutDaysAhead, proceduresAhead } from '../../domain/settings-ahead.ts';

/** Administration of the calendar, below `/api/v1/admin`. */

const RANGE = { message: 'bad_holiday_year' };
const year = z.int().min(FIRST_HOLIDAY_YEAR, RANGE).max(LAST_HOLIDAY_YEAR, RANGE);

/** `GET areas/:code/holidays?year=`: the public holidays of a year as they would be set there. */
export const holidaysQuery = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/, RANGE)
    .transform(Number)
    .pipe(year)
    .describe(`A year from ${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR}.`),
});
export type HolidaysOfYear = { year: number; holidays: PlannedHoliday[] };
/** `POST areas/:code/holidays`: sets those that nobody has set; answers `Defined`. */
export const setHolidaysRequest = z.strictObject({ year });

/** `GET areas/:code/procedures`: what holds and will hold; `POST procedures` defines one, or changes one from a day on. */
export type Procedures = ReturnType<typeof proceduresAhead>;
export const defineProcedureRequest = calendarEvents['procedure.defined'];

/**
 * `GET areas/:code/reporting-periods`: the cut days that hold and will hold, and the month of reports that today is in;
 * `POST reporting-periods` sets a cut day.
 */
export type ReportingPeriods = { cutDays: ReturnType<typeof cutDaysAhead>; month: NamedPeriod | null };
export const setReportingPeriodsRequest = calendarEvents['reporting_periods.set'];
