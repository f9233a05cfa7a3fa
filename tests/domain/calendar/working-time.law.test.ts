import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countdownOf, secondsLeft } from '../../../lib/domain/calendar/countdown.ts';
import {
  addWorking,
  addWorkingDays,
  workingAgo,
  workingBetween,
} from '../../../lib/domain/calendar/working-time.ts';
import { addDays, endOfDay, localDay } from '../../../lib/domain/zoned-time.ts';
import { instants, openings } from '../../support/arbitrary-openings.ts';
import { lawRuns } from '../../support/law-runs.ts';

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

test('C2: going back by working time is the latest instant since which so much was worked', () => {
  fc.assert(
    fc.property(openings, instants, lengths, (opening, to, ms) => {
      const from = workingAgo(opening, to, ms) ?? 0;
      expect(workingBetween(opening, from, to)).toBe(ms);
      expect(workingBetween(opening, from + 1, to)).toBe(ms - 1);
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

test('C10: a countdown says all day long what measuring anew would say', () => {
  fc.assert(
    fc.property(openings, instants, lengths, fc.nat({ max: 86_400_000 }), (opening, from, ms, later) => {
      const until = addWorking(opening, from, ms) ?? 0;
      const now = Math.min(from + later, endOfDay(opening.zone, localDay(opening.zone, from)));
      const left = secondsLeft(countdownOf(opening, from, until), now);
      const measured = workingBetween(opening, now, until) / 1000;
      // The server's seconds are whole.
      expect(Math.abs(left - measured)).toBeLessThan(1);
    }),
    { numRuns: lawRuns(2000) },
  );
});
