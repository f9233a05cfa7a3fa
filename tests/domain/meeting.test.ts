import { expect, test } from 'vitest';
import type { ReceptionWhen } from '../../lib/domain/events/meeting.ts';
import { byUrgency, questionCounts, questionState } from '../../lib/domain/meeting/question-state.ts';
import { receptionDays } from '../../lib/domain/meeting/reception-days.ts';

/** A Thursday. */
const TODAY = '2026-11-26';
const days = (when: ReceptionWhen, more: { clock?: string; fromDay?: string; lastDay?: string } = {}) =>
  receptionDays(
    { when, toClock: '11:30', fromDay: more.fromDay ?? '2026-01-01', lastDay: more.lastDay ?? null },
    TODAY,
    more.clock ?? '10:00',
    { most: 3, within: 62 },
  );

test('PC7: a weekly reception falls on its weekday, today as long as its hours last', () => {
  const weekly = { kind: 'weekly', weekday: 4 } as const;
  expect(days(weekly)).toEqual(['2026-11-26', '2026-12-03', '2026-12-10']);
  expect(days(weekly, { clock: '11:30' })).toEqual(['2026-12-03', '2026-12-10', '2026-12-17']);
});

test('PC7: a monthly reception falls on its days of the month, and a month that lacks one goes without it', () => {
  expect(days({ kind: 'monthly', daysOfMonth: [15] })).toEqual(['2026-12-15', '2027-01-15']);
  expect(days({ kind: 'monthly', daysOfMonth: [31] })).toEqual(['2026-12-31']);
});

test('PC7: named days are told while they are ahead; nothing before the first day or after the last', () => {
  expect(days({ kind: 'days', days: ['2026-11-20', '2026-12-01'] })).toEqual(['2026-12-01']);
  const weekly = { kind: 'weekly', weekday: 4 } as const;
  expect(days(weekly, { fromDay: '2026-12-05' })).toEqual(['2026-12-10', '2026-12-17', '2026-12-24']);
  expect(days(weekly, { lastDay: '2026-12-03' })).toEqual(['2026-11-26', '2026-12-03']);
});

const question = (dueDay: string, answeredDay: string | null = null) => ({ dueDay, answeredDay });

test('PC8: an answer on the promised day is in time; a question without one is overdue when that day is over', () => {
  expect(questionState(question(TODAY, TODAY), TODAY)).toBe('inTime');
  expect(questionState(question('2026-11-25', TODAY), TODAY)).toBe('late');
  expect(questionState(question(TODAY), TODAY)).toBe('due');
  expect(questionState(question('2026-11-25'), TODAY)).toBe('overdue');
});

test('PC8: questions are counted by state with their number, and what is owed comes first', () => {
  const all = [
    question('2026-11-20', '2026-11-18'),
    question('2026-11-28'),
    question('2026-11-10', '2026-11-20'),
    question('2026-11-24'),
    question('2026-11-22'),
  ];
  expect(questionCounts(all, TODAY)).toEqual({ n: 5, inTime: 1, late: 1, due: 1, overdue: 2 });
  expect(byUrgency(all, TODAY).map(({ dueDay }) => dueDay)).toEqual([
    '2026-11-22',
    '2026-11-24',
    '2026-11-28',
    '2026-11-10',
    '2026-11-20',
  ]);
});
