import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addWorking,
  addWorkingDays,
  type Opening,
  workingBetween,
} from '../../../lib/domain/calendar/working-time.ts';
import { addDays, instantOf, weekdayOf } from '../../../lib/domain/zoned-time.ts';
import { lawRuns } from '../../support/law-runs.ts';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 600 }))
    .map(([from, length]) => [from, Math.min(1439, from + length)] as const),
  { maxLength: 3 },
);

/** Any weekly plan with any closed and extra days, in zones with and without daylight saving. */
const openings = fc
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

const instants = fc
  .constantFrom('2027-01-28', '2027-02-05', '2027-03-12', '2027-03-27', '2027-10-30', '2028-02-28')
  .chain((day) =>
    fc.integer({ min: 0, max: 5 * 86_400_000 }).map((ms) => Date.parse(`${day}T00:00:00Z`) + ms),
  );
const lengths = fc.integer({ min: 1, max: 30 * 3_600_000 });

test('C2: adding working time and measuring it gives back the limit', () => {
  fc.assert(
    fc.property(openings, instants, lengths, (opening, from, ms) => {
      const due = addWorking(opening, from, ms);
      expect(due).not.toBeNull();
      expect(workingBetween(opening, from, due ?? 0)).toBe(ms);
    }),
    { numRuns: lawRuns(2000) },
  );
});

test('C2: what is added never lands on closed time', () => {
  fc.assert(
    fc.property(openings, instants, lengths, (opening, from, ms) => {
      const due = addWorking(opening, from, ms) ?? 0;
      // The last instant before it was worked.
      expect(workingBetween(opening, due - 1, due)).toBe(1);
    }),
    { numRuns: lawRuns(2000) },
  );
});

test('C1: working time adds up over any instant between', () => {
  fc.assert(
    fc.property(openings, instants, lengths, lengths, (opening, from, a, b) => {
      const between = from + a;
      const to = between + b;
      expect(workingBetween(opening, from, between) + workingBetween(opening, between, to)).toBe(
        workingBetween(opening, from, to),
      );
    }),
    { numRuns: lawRuns(2000) },
  );
});

test('C3: n working days end on a working day, with n − 1 others between', () => {
  fc.assert(
    fc.property(openings, fc.integer({ min: 1, max: 40 }), (opening, n) => {
      const from = '2027-01-29';
      const last = addWorkingDays(opening, from, n);
      expect(last).not.toBeNull();
      let counted = 0;
      for (let day = addDays(from, 1); day <= (last ?? ''); day = addDays(day, 1))
        if (opening.spansOf(day).length > 0) counted += 1;
      expect(counted).toBe(n);
      expect(opening.spansOf(last ?? '').length).toBeGreaterThan(0);
    }),
    { numRuns: lawRuns(2000) },
  );
});
