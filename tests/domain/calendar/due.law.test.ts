import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueOf, type Limit } from '../../../lib/domain/calendar/due.ts';
import { workingBetween } from '../../../lib/domain/calendar/working-time.ts';
import { localDay } from '../../../lib/domain/zoned-time.ts';
import { clock, instants, openings } from '../../support/arbitrary-openings.ts';
import { lawRuns } from '../../support/law-runs.ts';

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('hours' as const),
    hours: fc.integer({ min: 1, max: 200 }).map((quarters) => quarters / 4),
  }),
  fc.record({
    kind: fc.constant('sameDay' as const),
    cutOff: fc.integer({ min: 0, max: 1439 }).map(clock),
  }),
);
const runs = { numRuns: lawRuns(2000) };

test('C4: whatever the limit, a due date is an instant of work or its end, and never before the receipt', () => {
  fc.assert(
    fc.property(openings, instants, limits, (opening, receivedAt, limit) => {
      const due = dueOf(opening, receivedAt, limit) ?? Number.NaN;
      expect(due).toBeGreaterThanOrEqual(receivedAt);
      expect(workingBetween(opening, due - 1, due)).toBe(1);
    }),
    runs,
  );
});

test('C4: what is received later is never due earlier', () => {
  fc.assert(
    fc.property(
      openings,
      instants,
      fc.integer({ min: 0, max: 9 * 86_400_000 }),
      limits,
      (opening, at, ms, limit) => {
        expect(dueOf(opening, at + ms, limit)).toBeGreaterThanOrEqual(
          dueOf(opening, at, limit) ?? Number.NaN,
        );
      },
    ),
    runs,
  );
});

test('C4: working hours lie exactly between receipt and due; a day more is due on a later day', () => {
  fc.assert(
    fc.property(openings, instants, fc.integer({ min: 1, max: 40 }), (opening, at, n) => {
      const inHours = dueOf(opening, at, { kind: 'hours', hours: n / 4 }) ?? Number.NaN;
      expect(workingBetween(opening, at, inHours)).toBe(n * 900_000);
      const [due, next] = [n, n + 1].map((days) => dueOf(opening, at, { kind: 'days', days }) ?? Number.NaN);
      expect(localDay(opening.zone, due ?? 0) < localDay(opening.zone, next ?? 0)).toBe(true);
      expect(localDay(opening.zone, at) < localDay(opening.zone, due ?? 0)).toBe(true);
    }),
    runs,
  );
});
