import { expect, test } from 'vitest';
import { busyHours } from '../../lib/domain/busy-hours.ts';

test('V4: means are over the days that had arrivals; a closed Monday thins nothing out', () => {
  const busy = busyHours([
    { bucket: '2026-11-09T08:00', value: 10 },
    { bucket: '2026-11-09T09:00', value: 4 },
    { bucket: '2026-11-16T08:00', value: 0 },
    { bucket: '2026-11-16T09:00', value: null },
    { bucket: '2026-11-23T08:00', value: 20 },
    { bucket: '2026-11-24T08:00', value: 7 },
  ]);
  expect(busy.days).toEqual({ 1: 2, 2: 1 });
  expect(busy.means).toEqual({ 1: { 8: 15, 9: 2 }, 2: { 8: 7 } });
});
