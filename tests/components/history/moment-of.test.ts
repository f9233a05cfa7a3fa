import { expect, test } from 'vitest';
import { momentOf } from '../../../components/history/moment-of.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

test('a half hour and an hour are looked at when all of them has happened, a day in its morning', () => {
  expect(iso(momentOf('half_hour', '2026-11-24T09:30', ZONE))).toBe('2026-11-24T03:00:00.000Z');
  expect(iso(momentOf('hour', '2026-11-24T23:00', ZONE))).toBe('2026-11-24T17:00:00.000Z');
  expect(iso(momentOf('day', '2026-11-24', ZONE))).toBe('2026-11-24T03:00:00.000Z');
});

test.each(['week', 'month', 'quarter', 'year'] as const)('a %s is no moment', (bucket) => {
  expect(momentOf(bucket, '2026-11-23', ZONE)).toBeNull();
});
