import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excludedSlots } from '../../lib/domain/exclusion/excluded-slots.ts';
import { localMoment } from '../../lib/domain/zoned-time.ts';
import { lawRuns } from '../support/law-runs.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const START = Date.parse('2026-11-20T00:00:00+07:00');
const HOUR = 3_600_000;

const period = fc
  .tuple(fc.nat({ max: 200 * HOUR }), fc.integer({ min: 1, max: 60 * HOUR }))
  .map(([from, length]) => ({ fromAt: START + from, toAt: START + from + length }));

test('V7: an instant inside a noted period lies in a half hour that is left out, whatever the order of the periods', () => {
  fc.assert(
    fc.property(fc.array(period, { minLength: 1, maxLength: 5 }), fc.nat(), (periods, pick) => {
      const slots = excludedSlots(ZONE, periods);
      const again = excludedSlots(ZONE, [...periods].reverse());
      const one = periods[pick % periods.length];
      if (!one) return;
      const inside = localMoment(ZONE, one.fromAt + (pick % (one.toAt - one.fromAt)));
      expect(slots.covers(inside)).toBe(true);
      expect(slots.days).toContain(inside.day);
      expect(again.days).toEqual(slots.days);
    }),
    { numRuns: lawRuns(2000) },
  );
});

test('V7: a half hour that no noted period touches stays in', () => {
  fc.assert(
    fc.property(fc.array(period, { maxLength: 5 }), fc.nat({ max: 600 }), (periods, slot) => {
      const from = START + slot * (HOUR / 2);
      const touched = periods.some(({ fromAt, toAt }) => fromAt < from + HOUR / 2 && toAt > from);
      expect(excludedSlots(ZONE, periods).covers(localMoment(ZONE, from))).toBe(touched);
    }),
    { numRuns: lawRuns(2000) },
  );
});
