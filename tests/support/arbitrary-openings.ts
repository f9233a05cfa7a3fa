import fc from 'fast-check';
import type { Opening } from '../../lib/domain/calendar/working-time.ts';
import { instantOf, weekdayOf } from '../../lib/domain/zoned-time.ts';

/** Wall clock of a minute of the day. */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 600 }))
    .map(([from, length]) => [from, Math.min(1439, from + length)] as const),
  { maxLength: 3 },
);

/** Any weekly plan with any closed and extra days, in zones with and without daylight saving. */
export const openings = fc
  .record({
    zone: fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe'),
    week: fc.array(spans, { minLength: 7, maxLength: 7 }),
    // Tết, a leap day and the nights on which clocks change, among others.
    dated: fc.dictionary(
      fc.constantFrom('2028-02-29', '2027-02-06', '2027-02-07', '2027-03-28', '2027-03-14', '2027-10-31'),
      spans,
    ),
  })
  .filter(({ week }) => week.some((day) => day.length > 0))
  .map(
    ({ zone, week, dated }): Opening => ({
      zone,
      spansOf: (day) =>
        (dated[day] ?? week[weekdayOf(day) - 1] ?? [])
          .map(([from, to]) => ({
            fromAt: instantOf(zone, day, clock(from)),
            toAt: instantOf(zone, day, clock(to)),
          }))
          .filter(({ fromAt, toAt }) => fromAt < toAt),
    }),
  );

/** Around Tết, the nights on which clocks change, and 29 February. */
export const instants = fc
  .constantFrom('2027-01-28', '2027-02-05', '2027-03-12', '2027-03-27', '2027-10-30', '2028-02-28')
  .chain((day) =>
    fc.integer({ min: 0, max: 5 * 86_400_000 }).map((ms) => Date.parse(`${day}T00:00:00Z`) + ms),
  );
