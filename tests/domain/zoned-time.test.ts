import { describe, expect, test } from 'vitest';
import {
  addDays,
  endOfDay,
  instantOf,
  isZone,
  localMoment,
  monthOf,
  startOfDay,
  weekdayOf,
} from '../../lib/domain/zoned-time.ts';

const iso = (at: number): string => new Date(at).toISOString();
const HOUR = 3_600_000;

describe('clock times of imports become instants', () => {
  test.each([
    ['Asia/Ho_Chi_Minh', '2026-11-23', '09:41:07', '2026-11-23T02:41:07.000Z'],
    ['Asia/Kathmandu', '2026-11-23', '00:00', '2026-11-22T18:15:00.000Z'],
    ['Europe/Warsaw', '2020-01-13', '12:34', '2020-01-13T11:34:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '00:30', '2025-12-31T10:30:00.000Z'],
  ])('%s %s %s', (zone, day, clock, instant) => {
    expect(iso(instantOf(zone, day, clock))).toBe(instant);
  });

  test.each([
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['Asia/Jerusalem', '1999-09-03', '01:30', '1999-09-02T22:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z'],
  ])('a time that comes twice is its first: %s %s %s', (zone, day, clock, instant) => {
    expect(iso(instantOf(zone, day, clock))).toBe(instant);
  });

  test.each([
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z'],
  ])('a time that the clocks skip is moved forward by the gap: %s %s %s', (zone, day, clock, instant) => {
    expect(iso(instantOf(zone, day, clock))).toBe(instant);
  });
});

test('a local day is as long as it is', () => {
  const hours = (zone: string, day: string) => (endOfDay(zone, day) - startOfDay(zone, day)) / HOUR;
  expect(hours('Asia/Ho_Chi_Minh', '2026-11-23')).toBe(24);
  expect(hours('America/New_York', '2026-03-08')).toBe(23);
  expect(hours('America/New_York', '2026-11-01')).toBe(25);
});

test('a day whose midnight is skipped begins at its first instant', () => {
  const start = startOfDay('America/Sao_Paulo', '2018-11-04');
  expect(localMoment('America/Sao_Paulo', start)).toEqual({ day: '2018-11-04', halfHour: 2 });
  expect(localMoment('America/Sao_Paulo', start - 1)).toEqual({ day: '2018-11-03', halfHour: 47 });
});

test('half hours are those of the wall clock, also where the zone lies a quarter off', () => {
  expect(localMoment('Asia/Kathmandu', Date.parse('2026-11-22T18:14:59.999Z'))).toEqual({
    day: '2026-11-22',
    halfHour: 47,
  });
  expect(localMoment('Asia/Kathmandu', Date.parse('2026-11-22T18:15:00Z'))).toEqual({
    day: '2026-11-23',
    halfHour: 0,
  });
});

test('dates', () => {
  expect([addDays('2024-02-28', 1), addDays('2026-03-01', -1)]).toEqual(['2024-02-29', '2026-02-28']);
  expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-22')]).toEqual([1, 7]);
  expect(monthOf('2026-11-23')).toBe('2026-11-01');
  expect([isZone('Asia/Ho_Chi_Minh'), isZone('Asia/Nowhere')]).toEqual([true, false]);
});
