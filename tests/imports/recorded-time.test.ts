import { expect, test } from 'vitest';
import { isDate, readRecordedTime } from '../../lib/domain/imports/recorded-time.ts';

const iso = (text: string, zone = 'Europe/Warsaw'): string | undefined => {
  const read = readRecordedTime(text, zone, 'issued_at');
  return read.ok ? new Date(read.value).toISOString() : undefined;
};

test('a time without offset is in the zone of the unit', () => {
  expect(iso('2026-11-23T08:05:30', 'Asia/Ho_Chi_Minh')).toBe('2026-11-23T01:05:30.000Z');
  expect(iso('2026-11-23 08:05', 'Asia/Ho_Chi_Minh')).toBe('2026-11-23T01:05:00.000Z');
});

test('an offset in the file wins over the zone, and microseconds are cut to milliseconds', () => {
  expect(iso('2011-10-11 13:42:22.688999+02:00', 'Asia/Ho_Chi_Minh')).toBe('2011-10-11T11:42:22.688Z');
  expect(iso('2011-10-11T13:42:22Z')).toBe('2011-10-11T13:42:22.000Z');
  expect(iso('2011-10-11T13:42:22-0530')).toBe('2011-10-11T19:12:22.000Z');
});

test('an ambiguous time is the first of the two, a missing one is moved forward', () => {
  // Poland left summer time on 25 October 2026 at 3:00 and entered it on 29 March 2026 at 2:00.
  expect(iso('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z');
  expect(iso('2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00.000Z');
});

test.each([
  '2026-02-30T08:00:00',
  '2026-11-23',
  '23/11/2026 08:00',
  '2026-11-23T24:00:00',
  '2026-11-23T08:60:00',
  '',
])('what is no instant is refused by name: "%s"', (text) => {
  expect(readRecordedTime(text, 'Asia/Ho_Chi_Minh', 'issued_at')).toMatchObject({
    ok: false,
    fault: { code: 'bad_time', column: 'issued_at' },
  });
});

test('a date is one of the calendar', () => {
  expect([isDate('2024-02-29'), isDate('2026-02-29'), isDate('2026-13-01')]).toEqual([true, false, false]);
});
