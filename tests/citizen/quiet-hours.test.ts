import { expect, test } from 'vitest';
import { busyHours } from '../../lib/domain/busy-hours.ts';
import { quietHours } from '../../lib/domain/quiet-hours.ts';

/** Arrivals of Mondays by hour. */
const mondays = (n: number) =>
  Array.from({ length: n }, (_, week) => {
    const day = `2026-11-${String(2 + 7 * week).padStart(2, '0')}`;
    return [
      { bucket: `${day}T08`, value: 20 },
      { bucket: `${day}T10`, value: 8 },
      { bucket: `${day}T14`, value: 8 },
    ];
  }).flat();

test('PC2: of a weekday with three days the quietest hour is told with their number, of fewer nothing', () => {
  expect(quietHours(busyHours(mondays(3)))).toEqual([
    { weekday: 1, days: 3, quiet: { hour: 10, mean: 8 }, busy: { hour: 8, mean: 20 } },
  ]);
  expect(quietHours(busyHours(mondays(2)))).toEqual([]);
  expect(quietHours(busyHours([]))).toEqual([]);
});
