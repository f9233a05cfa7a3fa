import { describe, expect, test } from 'vitest';
import { dueOf } from '../../../lib/domain/calendar/due.ts';
import type { Opening } from '../../../lib/domain/calendar/working-time.ts';
import { instantOf, weekdayOf } from '../../../lib/domain/zoned-time.ts';

const zone = 'Asia/Ho_Chi_Minh';
const at = (day: string, clock: string): number => instantOf(zone, day, clock);
const morning = ['07:30', '11:30'] as const;
const afternoon = ['13:30', '17:00'] as const;

/** Monday to Friday 7:30–11:30 and 13:30–17:00, Saturday mornings; days off as decided for the years named. */
const OFF = new Set([
  // Ngày Văn hóa Việt Nam, a public holiday from 2026.
  '2026-11-24',
  // New Year 2027 (Friday); Tết Đinh Mùi, first day 6 February 2027, with the days around it.
  '2027-01-01',
  '2027-02-05',
  '2027-02-06',
  '2027-02-08',
  '2027-02-09',
  '2027-02-10',
]);
const unit: Opening = {
  zone,
  spansOf(day) {
    if (OFF.has(day)) return [];
    const weekday = weekdayOf(day);
    const spans = weekday === 7 ? [] : weekday === 6 ? [morning] : [morning, afternoon];
    return spans.map(([from, to]) => ({ fromAt: at(day, from), toAt: at(day, to) }));
  },
};

describe('C4: due dates worked out by hand', () => {
  test.each([
    [
      '3 days from Friday: Saturday, Monday, and Wednesday, since Tuesday 24 November is a holiday',
      ['2026-11-20', '09:00'],
      { kind: 'days', days: 3 } as const,
      ['2026-11-25', '17:00'],
    ],
    [
      '1 day from Friday is Saturday, whose work ends at 11:30',
      ['2026-11-20', '16:59'],
      { kind: 'days', days: 1 } as const,
      ['2026-11-21', '11:30'],
    ],
    [
      '2 days from Thursday 4 February jump over Tết: Thursday 11 and Friday 12',
      ['2027-02-04', '08:00'],
      { kind: 'days', days: 2 } as const,
      ['2027-02-12', '17:00'],
    ],
    [
      '8 working hours from Monday 15:00 over lunch: 2 h, then 4 h and 2 h on Wednesday after the holiday',
      ['2026-11-23', '15:00'],
      { kind: 'hours', hours: 8 } as const,
      ['2026-11-25', '15:30'],
    ],
    [
      'hours that end with the session end there, not after lunch',
      ['2026-11-23', '07:30'],
      { kind: 'hours', hours: 4 } as const,
      ['2026-11-23', '11:30'],
    ],
    [
      'received before opening, hours begin when work does',
      ['2026-11-23', '06:00'],
      { kind: 'hours', hours: 1 } as const,
      ['2026-11-23', '08:30'],
    ],
    [
      'the same day, received at 15:00 sharp',
      ['2026-11-23', '15:00'],
      { kind: 'sameDay', cutOff: '15:00' } as const,
      ['2026-11-23', '17:00'],
    ],
    [
      'the same day, received a minute later: the next working day, after the holiday',
      ['2026-11-23', '15:01'],
      { kind: 'sameDay', cutOff: '15:00' } as const,
      ['2026-11-25', '17:00'],
    ],
    [
      'the same day, received online on a Sunday',
      ['2026-11-22', '09:00'],
      { kind: 'sameDay', cutOff: '15:00' } as const,
      ['2026-11-23', '17:00'],
    ],
  ])('%s', (_, [day = '', clock = ''], limit, [dueDay = '', dueClock = '']) => {
    expect(dueOf(unit, at(day, clock), limit)).toBe(at(dueDay, dueClock));
  });

  test('a unit without a calendar has no due date', () => {
    const closed: Opening = { zone, spansOf: () => [] };
    expect(dueOf(closed, at('2026-11-23', '09:00'), { kind: 'days', days: 1 })).toBeNull();
    expect(dueOf(closed, at('2026-11-23', '09:00'), { kind: 'hours', hours: 1 })).toBeNull();
  });
});
