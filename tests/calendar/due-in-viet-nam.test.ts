import { beforeAll, describe, expect, test } from 'vitest';
import { dueOf, type Limit } from '../../lib/domain/calendar/due.ts';
import { plannedHolidays } from '../../lib/domain/calendar/holiday-plan.ts';
import { openingOf } from '../../lib/domain/calendar/opening.ts';
import { publicHolidays } from '../../lib/domain/calendar/public-holidays.ts';
import { setSessions } from '../../lib/domain/tree.ts';
import { instantOf } from '../../lib/domain/zoned-time.ts';
import { computedYear } from '../../server/calendar/computed-year.ts';
import { smallTree } from '../support/imported-lines.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const hours = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const tree = smallTree();

/** A city that works Monday to Friday, with a ward (w2) that opens on Saturday mornings, too; holidays are generated. */
beforeAll(async () => {
  const week = [1, 2, 3, 4, 5].flatMap((weekday) => hours.map((span) => ({ weekday, ...span })));
  const saturday = { weekday: 6, from: '07:30', to: '11:30' };
  setSessions(tree, { area: 'city', scope: 'week', fromDay: '2025-07-01', spans: week });
  setSessions(tree, { area: 'w2', scope: 'week', fromDay: '2025-07-01', spans: [...week, saturday] });
  for (const year of [2026, 2027, 2028])
    for (const { sessions } of plannedHolidays(tree, 'city', publicHolidays(year, await computedYear(year))))
      if (sessions) setSessions(tree, sessions);
});

const at = (moment: string): number => {
  const [day = '', clock = ''] = moment.split(' ');
  return instantOf(ZONE, day, clock);
};
const days = (n: number): Limit => ({ kind: 'days', days: n });
const inHours = (n: number): Limit => ({ kind: 'hours', hours: n });
const untilThree: Limit = { kind: 'sameDay', cutOff: '15:00' };

type Case = readonly [reason: string, unit: 'w1' | 'w2', received: string, limit: Limit, due: string];

describe('around Ngày Văn hóa Việt Nam, Tuesday 24 November 2026', () => {
  test.each<Case>([
    [
      'Monday + 3 days: Tuesday is off, Wednesday 1, Thursday 2, Friday 3',
      'w1',
      '2026-11-23 09:00',
      days(3),
      '2026-11-27 17:00',
    ],
    [
      'Monday + 4 days where Saturday is worked: Wed, Thu, Fri, Saturday until 11:30',
      'w2',
      '2026-11-23 09:00',
      days(4),
      '2026-11-28 11:30',
    ],
    ['the same 4 days where it is not end on Monday', 'w1', '2026-11-23 09:00', days(4), '2026-11-30 17:00'],
    ['the same day, at 15:00 sharp: today', 'w1', '2026-11-23 15:00', untilThree, '2026-11-23 17:00'],
    [
      'the same day, at 15:01: the next working day is Wednesday',
      'w1',
      '2026-11-23 15:01',
      untilThree,
      '2026-11-25 17:00',
    ],
    [
      'the same day, online on the holiday: Wednesday',
      'w1',
      '2026-11-24 09:00',
      untilThree,
      '2026-11-25 17:00',
    ],
    ['1 day from the holiday itself: Wednesday', 'w1', '2026-11-24 09:00', days(1), '2026-11-25 17:00'],
    [
      '4 hours over lunch: 1.5 h until 11:30, 2.5 h from 13:30',
      'w1',
      '2026-11-23 10:00',
      inHours(4),
      '2026-11-23 16:00',
    ],
    [
      '8 hours: 1.5 h + 3.5 h on Monday, 3 h from 7:30 on Wednesday',
      'w1',
      '2026-11-23 10:00',
      inHours(8),
      '2026-11-25 10:30',
    ],
    ['1 hour, received during lunch: from 13:30', 'w1', '2026-11-23 12:15', inHours(1), '2026-11-23 14:30'],
    [
      'half an hour that ends with the morning ends at 11:30, not after lunch',
      'w1',
      '2026-11-23 11:00',
      inHours(0.5),
      '2026-11-23 11:30',
    ],
  ])('%s', (_, unit, received, limit, due) => {
    expect(dueOf(openingOf(tree, unit), at(received), limit)).toBe(at(due));
  });
});

describe('Saturdays', () => {
  test.each<Case>([
    [
      'the same day, Saturday 9:00: until the morning ends',
      'w2',
      '2026-11-21 09:00',
      untilThree,
      '2026-11-21 11:30',
    ],
    [
      'the same day, Saturday 13:00, before the cut-off but after work: Monday',
      'w2',
      '2026-11-21 13:00',
      untilThree,
      '2026-11-23 17:00',
    ],
    [
      'the same day, Saturday where nobody works: Monday',
      'w1',
      '2026-11-21 09:00',
      untilThree,
      '2026-11-23 17:00',
    ],
    [
      '6 hours from Friday 15:00: 2 h, 4 h on Saturday morning',
      'w2',
      '2026-11-20 15:00',
      inHours(6),
      '2026-11-21 11:30',
    ],
    [
      '6 hours from Friday 15:00 without Saturday: 2 h, 4 h on Monday morning',
      'w1',
      '2026-11-20 15:00',
      inHours(6),
      '2026-11-23 11:30',
    ],
    // Swapped by decision: Monday 31 August 2026 is off, Saturday 22 August is worked with Monday's hours.
    [
      '1 day from Friday 21 August 2026: the make-up Saturday, all day',
      'w1',
      '2026-08-21 09:00',
      days(1),
      '2026-08-22 17:00',
    ],
    [
      '1 day from Friday 28 August 2026: Monday swapped, 1 and 2 September off, Thursday 3',
      'w1',
      '2026-08-28 09:00',
      days(1),
      '2026-09-03 17:00',
    ],
    // 1 May 2027 is a Saturday: closed for those who work on Saturdays, and Monday 3 May instead of it.
    [
      '2 days from Thursday 29 April 2027: Friday, Saturday and Monday off, Tuesday 1, Wednesday 2',
      'w2',
      '2027-04-29 09:00',
      days(2),
      '2027-05-05 17:00',
    ],
  ])('%s', (_, unit, received, limit, due) => {
    expect(dueOf(openingOf(tree, unit), at(received), limit)).toBe(at(due));
  });
});

describe('Tết Đinh Mùi: Mùng 1 is Saturday 6 February 2027; off from Friday 5 to Thursday 11', () => {
  test.each<Case>([
    [
      '3 days from Thursday 4: Friday 12, Monday 15, Tuesday 16',
      'w1',
      '2027-02-04 09:00',
      days(3),
      '2027-02-16 17:00',
    ],
    [
      '3 days where Saturday is worked: Friday 12, Saturday 13, Monday 15',
      'w2',
      '2027-02-04 09:00',
      days(3),
      '2027-02-15 17:00',
    ],
    [
      '2 hours from Thursday 16:00: 1 h, then 1 h on Friday 12',
      'w1',
      '2027-02-04 16:00',
      inHours(2),
      '2027-02-12 08:30',
    ],
    ['the same day, Thursday 15:30: Friday 12', 'w1', '2027-02-04 15:30', untilThree, '2027-02-12 17:00'],
    ['1 day, online on Mùng 1: Friday 12', 'w1', '2027-02-06 08:00', days(1), '2027-02-12 17:00'],
  ])('%s', (_, unit, received, limit, due) => {
    expect(dueOf(openingOf(tree, unit), at(received), limit)).toBe(at(due));
  });
});

describe('Giỗ Tổ on a Sunday, and a leap day', () => {
  test.each<Case>([
    [
      '1 day from Friday 24 April 2026: Monday 27 stands in for Sunday 26, Tuesday 28',
      'w1',
      '2026-04-24 09:00',
      days(1),
      '2026-04-28 17:00',
    ],
    [
      '3 days: Tuesday, Wednesday; 30 April and 1 May off; Monday 4 May',
      'w1',
      '2026-04-24 09:00',
      days(3),
      '2026-05-04 17:00',
    ],
    ['1 day from Monday 28 February 2028: Tuesday 29', 'w1', '2028-02-28 09:00', days(1), '2028-02-29 17:00'],
    [
      '2 days from Monday 28 February 2028: Wednesday 1 March',
      'w1',
      '2028-02-28 09:00',
      days(2),
      '2028-03-01 17:00',
    ],
  ])('%s', (_, unit, received, limit, due) => {
    expect(dueOf(openingOf(tree, unit), at(received), limit)).toBe(at(due));
  });
});
