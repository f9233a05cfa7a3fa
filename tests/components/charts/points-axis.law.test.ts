import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsAxis } from '../../../components/charts/points-axis.ts';

test('an axis of points is short, round, and says when it does not start at zero', () => {
  expect(pointsAxis([68.8, 52.1, 60])).toEqual({ min: 50, max: 70, ticks: [50, 55, 60, 65, 70], cut: true });
  expect(pointsAxis([2, 17.5])).toEqual({ min: 0, max: 20, ticks: [0, 5, 10, 15, 20], cut: false });
  expect(pointsAxis([0]).ticks.length).toBeGreaterThan(1);
  expect(pointsAxis([]).min).toBe(0);
});

test('whatever the points, all lie on the axis, its ends are ticks, and there are few of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (values) => {
        const { min, max, ticks } = pointsAxis(values);
        expect(Math.min(...values)).toBeGreaterThanOrEqual(min);
        expect(Math.max(...values)).toBeLessThanOrEqual(max + 1e-9);
        expect([ticks[0], ticks.at(-1)]).toEqual([min, max]);
        expect(ticks.length).toBeLessThanOrEqual(8);
      },
    ),
    { numRuns: 2000 },
  );
});
